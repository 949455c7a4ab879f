"""What the releases say of themselves."""
