"""The conversations: generators that yield steps and end in one service call."""
