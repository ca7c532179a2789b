"""Worker killed around a warm hand-off: the invitation, the contact's joining, and a conversation of three."""

from __future__ import annotations

import pytest

from tests.faults.test_kills import Due, Scene, killed_before_each_call, mortal, quick
from tests.support.killable_worker import Mortals
from tests.support.meeting import INVITED, meet
from tests.support.team import Team

__all__ = ["mortal", "quick"]  # fixtures that pytest must find

pytestmark = pytest.mark.faults


def agency_invited(team: Team) -> tuple[Due, ...]:
    met = meet(team)
    met.propose()
    met.agrees("name")
    return Due(met.phone, (INVITED,)), Due(met.her.phone, ()), Due(met.sam.phone, ())


def agency_joined(team: Team) -> tuple[Due, ...]:
    met = meet(team)
    met.propose()
    met.agrees("name")
    team.house.work()
    met.dana(met.held.code)
    came = Due(met.her.phone, ("Dana is here now too",)), Due(met.sam.phone, (f"{met.code}: Dana has joined.",))
    return Due(met.phone, ("Shared with you",)), *came


def three_talk(team: Team) -> tuple[Due, ...]:
    met = meet(team)
    met.propose()
    met.agrees("name")
    team.house.work()
    met.joins()
    met.her.text("is it far")
    return Due(met.phone, ("Jay: is it far",)), Due(met.sam.phone, (f"{met.code}: is it far",)), Due(met.her.phone, ())


@pytest.mark.parametrize("scene", [agency_invited, agency_joined, three_talk], ids=lambda scene: scene.__name__)
def test_worker_killed_around_a_hand_off_loses_and_doubles_nothing(
    quick: Team,
    mortal: Mortals,
    scene: Scene,
) -> None:
    killed_before_each_call(quick, mortal, scene)
