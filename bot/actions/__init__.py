"""What staff can do: claim a case, reply, edit content, change the directory. Each action is one commit."""
