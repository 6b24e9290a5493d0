"""One-shot commands: answers from options, a sentence or JSON out. A topic is imported when asked for."""
