"""Rules of consent and cases, without storage or wording.

- `cases`: a case, its thread and its introduction to an agency
- `consent`: the consent ledger's records; `consent_gate`: the only access to what a person shared
- `escalation`: whom to alert, and when
- `tasks`: tasks and referrals of a case
- `disclosures`: records of legally required disclosures
- `mandated`: mandated reports among them, begun by who heard it, and their signatures
- `safe_times`: times of day at which a person may be texted
"""
