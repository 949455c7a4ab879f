"""What prose may contain."""
