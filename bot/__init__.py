"""Warmline: a text-message helper for young survivors, and for the caseworkers behind it.

The map of the rooms. The spine stands here, one file a duty; a newcomer's three questions lead on:
what can the conversation *do* (`flows`), what does it *say* (`content`), how does the world *come in* (`web`).

- `config`, `environment` settings · `identity` an agency's identity provider · `errors` one tree
- `seal` encryption at rest · `segments` how a carrier counts
- `conversation` one turn, end to end · `wording` what stands in each ((placeholder)) · `chat` the same in a terminal
- `store` Redis, every key · `sms` Twilio · `worker` due work · `retention` what is over goes
- `introductions`, `contacts`, `contact_texts` the warm hand-off · `check_ins` texts at a time that the person set
- `cli`, `needed`, `directory_commands` commands · `embedded`, `serve` the product on one machine
- `flows` structure: states and moves · `understanding` a text and what is on offer -> an answer · both pure
- `content` words · `words_in_use` keeps up with the published ones, `words_desk` drafts and publishes them
- `directory` vetted services · `directory_in_use` keeps up with the stored ones, `directory_desk` changes them,
  `directory_import` replaces them, `directory_records` tells them all, `offer_texts` what the bot would text of one
- `casework` consent and cases · `web` doors
"""
