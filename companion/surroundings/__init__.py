"""What is around the program: whether a screen reader runs, where its lines go, whether a voice can speak."""
