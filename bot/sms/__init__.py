"""The provider, Twilio, and how SMS segments are counted."""
