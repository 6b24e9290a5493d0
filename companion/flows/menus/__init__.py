"""What can be looked at and done in each room, for faces that show one step at a time: a menu a room."""
