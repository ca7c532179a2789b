"""Demo mode: phones in the browser, a fake of the provider's API, and sign-in by one click.

`simulator` the page of phones · `phones` the phones as data · `webhook_client` posts their texts to the signed webhook
· `fake_twilio` the provider's REST API, delivering to these phones · `sign_in` staff made up for the demo.
"""
