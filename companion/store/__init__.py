"""The diary: the only room that knows TinyDB."""
