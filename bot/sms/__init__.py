"""SMS provider Twilio, and the counting of SMS segments."""
