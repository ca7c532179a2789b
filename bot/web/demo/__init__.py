"""Demo mode: simulated phones in the browser, and a stand-in for the provider.

- `simulator`, `phones`: the page of phones, and the phones as data
- `webhook_client`: sends their texts to the same signed webhook that the provider uses
- `fake_twilio`: the part of the provider's REST API that we use, which delivers to the phones
- `sign_in`: sign-in by one click as an invented caseworker, editor or lead
"""
