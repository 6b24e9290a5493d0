"""Small parts that every screen shares. They take plain text and never parse it."""
