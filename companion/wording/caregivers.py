"""Who helps, and what each of them may do, in sentences."""

from companion.domain.entries import CaregiverSet

ROLES = {
    "owner": "the person whose diary it is",
    "patient": "the person whose diary it is",
    "caregiver": "a caregiver",
    "viewer": "somebody who reads along",
    "clinician": "somebody of the care team",
}


def described(entry: CaregiverSet) -> str:
    """Maria is let in as a caregiver. Or: is let in no longer."""
    if not entry.admitted:
        return f"{entry.caregiver} is let in no longer"
    return f"{entry.caregiver} is let in as {ROLES[entry.acts_as]}"
