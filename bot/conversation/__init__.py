"""One turn of a person: a pure engine from a snapshot to a commit, the rendering of replies, and transcripts."""
