"""What is handed over: a report as a page, as plain text, as tables, as FHIR, as a calendar."""
