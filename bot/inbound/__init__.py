"""An SMS arrived: decide who sent it and let the right code reply."""
