"""Who helps, and what each of them may do, in sentences."""

from datetime import date
from typing import TYPE_CHECKING

from companion.domain.people import Actor, same_name
from companion.domain.ssh_keys import FILE
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.domain.entries import CaregiverSet
    from companion.services.caregivers import CaregiverChange, Listed

ROLES = {
    "owner": "the person whose diary it is",
    "patient": "the person whose diary it is",
    "caregiver": "a caregiver",
    "viewer": "somebody who reads along",
    "clinician": "somebody of the care team",
}
CAN = {
    "patient": "do everything here but let people in",
    "caregiver": "read everything in this diary, write in it, and take back what they wrote",
    "viewer": "read everything in this diary, and write nothing",
    "clinician": "read everything in this diary, and change the plan in their own name",
}
KEYS = f"~/{FILE}"
NOBODY = "Nobody is let in. `companion caregiver add NAME --key FILE` lets somebody in."
HOST = """\
Host home
    HostName NAME-OR-ADDRESS
    User {account}
    Compression yes
    ServerAliveInterval 15
    RequestTTY auto"""

MAY = {  # who can do what somebody's role does not include
    "log": "the person and caregivers",
    "decide": "the person and the care team",
    "admit": "whoever sits at the computer at home",
}


def not_included(role: str, verb: str) -> tuple[str, str]:
    """That a role does not include something, and who can do it."""
    who, can = (numbers.capital(one) for one in (ROLES.get(role, role), MAY.get(verb, ROLES["owner"])))
    return f"{who} may not do this.", f"{can} can. Nothing was saved."


def here(name: str, actor: Actor) -> str:
    """Maria writes here; of who only looks: Maria reads here. A name that nobody vouched for says so."""
    does = "writes" if actor.may_one("log", "decide") else "reads"
    return f"{name} {does} here{'' if actor.verified else ', name not checked'}."


def described(entry: "CaregiverSet") -> str:
    """Maria let in as a caregiver. Or: no longer let in."""
    if not entry.admitted:
        return f"{entry.caregiver} no longer let in"
    return f"{entry.caregiver} let in as {ROLES[entry.acts_as]}"


def added(result: "CaregiverChange") -> str:
    """Maria is let in as a caregiver, and what was different before."""
    entry, before = result.entry, result.before
    name, role = entry.caregiver, ROLES[entry.acts_as]
    if before is None:
        return f"{name} is let in as {role}."
    if not result.changed:
        return f"{name} is let in as {role} already, with this key. Nothing is different."
    said = [f"{name} is let in as {role} already."]
    if entry.acts_as != before.acts_as:
        said = [f"{name} is let in as {role} now, no longer as {ROLES[before.acts_as]}."]
    if entry.key != before.key:
        said.append(f"{name} comes with another key from now on.")
    return " ".join(said)


def consent(result: "CaregiverChange", person: str) -> str:
    """What they can do from now on, and whose leave it takes."""
    name = result.entry.caregiver
    said = f"{name} can {CAN[result.entry.acts_as]}."
    if result.entry.acts_as == "patient" or same_name(name, person):
        return said
    return f"{said} It is all about {person}, so it is for {person} to allow."


def lines_to_go(result: "CaregiverChange") -> list[str]:
    """Which other lines of the server's file have to come out, so that only the new one counts."""
    entry, before = result.entry, result.before
    told = []
    if before and before.key and before.key != entry.key:
        told.append(
            f"The earlier line that ends in {entry.caregiver}, with the key before, still opens the diary: "
            f"please take it out of {KEYS}."
        )
    if result.elsewhere:
        told.append(
            f"{result.elsewhere} had this key before, and the first line with a key counts: "
            f"please take that one out of {KEYS}."
        )
    return told


def where(account: str) -> str:
    """Where the line belongs; true whether it is read on a screen or goes into the file at once."""
    return f"The line that begins with restrict belongs at the end of {KEYS} of the account {account}, here."


def elsewhere(name: str, account: str) -> list[str]:
    """What is to be done on the other computer."""
    return [
        f"On {name}'s computer, this goes into ~/.ssh/config, with the address of this computer in it:",
        host_block(account),
        "Then `ssh home` opens the diary there, and `ssh home today` asks for one thing.",
    ]


def host_block(account: str) -> str:
    """What ssh needs to know of this computer; compressed, a face takes a tenth of the bytes."""
    return HOST.format(account=account)


def removed(result: "CaregiverChange") -> list[str]:
    """Maria is let in no longer; what stays, and what is left to do."""
    name = result.entry.caregiver
    return [
        f"{name} is let in no longer. What {name} wrote stays.",
        f"In {KEYS} the line that ends in {name} can come out; while it stands, it is refused.",
    ]


def listed(one: "Listed", today: date) -> str:
    """Maria, a caregiver, since 2 March 2026. Wrote last yesterday, 16:05."""
    said = f"{one.entry.caregiver}, {ROLES[one.entry.acts_as]}, since {numbers.dated(one.since)}."
    if one.wrote is None:
        return f"{said} Wrote nothing yet."
    seen = numbers.day_seen_from(one.wrote.date(), today)
    year = "" if one.wrote.year == today.year else f" {one.wrote.year}"
    return f"{said} Wrote last {seen}{year}, {numbers.clock(one.wrote)}."
