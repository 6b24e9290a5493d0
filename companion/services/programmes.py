"""Programmes: the content's, and those that a therapist decided in their place or beside them."""

from collections.abc import Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from companion.domain.entries import Change, ProgrammeSet
from companion.domain.frozen import frozen
from companion.errors import Refused, Unknown

if TYPE_CHECKING:
    from pathlib import Path

    from companion.content.library import Library
    from companion.domain.programmes import Programme
    from companion.services.companion import Companion

DOSES = ("reps", "sets", "move_s", "hold_s", "rest_s", "reposition_s")  # each with limits of its name


@frozen
class Preview:
    """A programme as it would be, the one in force before, what becomes different, minutes then and now."""

    programme: "Programme"
    before: "Programme | None"
    changes: tuple[Change, ...]
    minutes: float
    minutes_before: float | None


@frozen
class ProgrammesSaved:
    """New versions were decided, each with what became different."""

    entries: tuple[ProgrammeSet, ...]
    previews: tuple[Preview, ...]

    @property
    def entry(self) -> ProgrammeSet:
        """The first of them."""
        return self.entries[0]


class Programmes:
    """Finds programmes and keeps new versions; every version stays in the diary."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._made: dict[str, Programme | None] = {}  # by the id of the entry, which never changes

    def all(self) -> Mapping[str, "Programme"]:
        """Every programme in force: the content's in their order, then those of one's own."""
        found = dict(self._companion.content.programmes)
        for entry in self._companion.diary.of(ProgrammeSet):
            if made := self._programme(entry):
                found[made.id] = made
        return found

    def find(self, id: str) -> "Programme":
        """A programme by its id; raises Unknown."""
        found = self.all()
        if id not in found:
            raise Unknown("unknown_programme", value=id, known=list(found))
        return found[id]

    @property
    def library(self) -> "Library":
        """The content with the programmes in force, for words that name them."""
        content = self._companion.content
        if not self._companion.diary.of(ProgrammeSet):
            return content
        overlaid = copy(content)
        overlaid.__dict__["programmes"] = self.all()
        return overlaid

    def versions(self, id: str) -> list[ProgrammeSet]:
        """What was decided about a programme, oldest first; the content's own version came before."""
        return [entry for entry in self._companion.diary.of(ProgrammeSet) if entry.programme == id]

    def preview(self, programme: "Programme") -> Preview:
        """What saving this would add, change, remove and move, and the version it would become."""
        from companion.domain.programmes_changes import changes

        before = self.all().get(programme.id)
        found = changes(before, programme, self._companion.content.exercises)
        numbered = programme.model_copy(update={"version": self._version(programme, before)})
        then = lasting(self._companion, before) if before else None
        return Preview(numbered, before, found, lasting(self._companion, numbered), then)

    def faults(self, programme: "Programme", *others: "Programme") -> Iterator[tuple[str, str]]:
        """What is wrong with a programme, as key and fault; `others` may be named by it too."""
        from companion.content.references import faults

        content = self._companion.content

        def look(name: str) -> Mapping[str, Any]:
            beside = {one.id: one for one in others}
            return {**self.all(), **beside} if name == "programmes" else getattr(content, name)

        wrong = list(faults(programme, look))
        yield from wrong
        if not wrong:
            yield from self._doses(programme)
            yield from self._stages(programme)
            yield from self._length(programme)
        most = int(content.bounds("items")[1])
        if len(programme.items) > most:
            yield "items", f"a programme has at most {most} exercises"

    def misses_stage(self, programme: "Programme") -> bool:
        """Whether it is made for other stages than the person's.

        The usual programme never is, where it was decided after the stage: that was the therapist's word.
        """
        stages, in_force = self._companion.sessions.stages(), self._companion.plan.in_force()
        if not stages or stages & set(programme.stages):
            return False
        usual, stage = in_force.programme, in_force.stage
        chosen = usual is not None and stage is not None and usual.value == programme.id
        return not (chosen and usual and stage and (usual.at, usual.id) > (stage.at, stage.id))

    def by_stage(self) -> tuple[tuple["Programme", ...], tuple["Programme", ...]]:
        """The programmes for the person's stage in the order they are offered, and those for another."""
        choices = self._companion.sessions.choices(None)
        offered = {choice.programme.id: choice.programme for choice in choices.offered}
        others = tuple(one.programme for one in choices.held if one.why == "stage")
        held = (one.programme for one in choices.held if one.why != "stage")
        return (*offered.values(), *held), others

    def read(self, file: "Path") -> tuple["Programme", ...]:
        """The programmes of a file, their texts cleaned; raises Failure with file, record, key and fault."""
        from companion.services.programmes_file import read

        return read(self._companion, file)

    def previews(self, file: "Path") -> tuple[Preview, ...]:
        """What saving the programmes of a file would do, each."""
        return tuple(self.preview(programme) for programme in self.read(file))

    def save(
        self, *programmes: "Programme", decided_by: str, confirmed: bool = False, note: str | None = None
    ) -> ProgrammesSaved:
        """Keep new versions, all in one go; raises Refused where one cannot be, or was not confirmed.

        A session that runs goes on with what it began with.
        """
        self._companion.actor.require("decide")
        who = self._companion.plan.named(decided_by)
        for programme in programmes:
            for key, fault in self.faults(programme, *programmes):
                raise Refused("programme_fault", name=programme.name, key=key, fault=fault)
        previews = tuple(found for p in programmes if (found := self.preview(p)).changes)
        if not previews:
            raise Refused("programme_same")
        if not confirmed:
            raise Refused("programme_unconfirmed")
        signed = [self._signed(preview, who, note) for preview in previews]
        kept = self._companion.write(*signed)
        return ProgrammesSaved(tuple(one for one in kept if isinstance(one, ProgrammeSet)), previews)

    def _signed(self, preview: Preview, who: str, note: str | None) -> ProgrammeSet:
        programme = preview.programme
        return self._companion.sign(
            ProgrammeSet,
            programme=programme.id,
            name=programme.name,
            revision=programme.version,
            decided_by=who,
            document=programme.model_dump(mode="json", exclude_defaults=True),
            changes=preview.changes,
            note=note,
        )

    def _version(self, programme: "Programme", before: "Programme | None") -> str:
        """The version it names, where that is new; else the next number."""
        known = {entry.revision for entry in self.versions(programme.id)}
        known |= {before.version} if before else set()
        if programme.version not in known:
            return programme.version
        return str(max((int(one) for one in known if one.isdecimal()), default=len(known)) + 1)

    def _programme(self, entry: ProgrammeSet) -> "Programme | None":
        if entry.id not in self._made:
            self._made[entry.id] = self._read(entry)
        return self._made[entry.id]

    def _read(self, entry: ProgrammeSet) -> "Programme | None":
        """The programme of an entry, without exercises that the content has no more; None for none left."""
        from companion.domain.programmes import Programme

        known = self._companion.content.exercises
        try:
            programme = Programme.model_validate(entry.document)
        except ValidationError:
            return None
        items = tuple(item for item in programme.items if item.exercise in known)
        return programme.model_copy(update={"items": items}) if items else None

    def _doses(self, programme: "Programme") -> Iterator[tuple[str, str]]:
        for at, item in enumerate(programme.items):
            for key in DOSES:
                low, high = self._companion.content.bounds(key)
                value = getattr(item, key)
                if value is not None and not low <= value <= high:
                    yield f"items.{at}.{key}", f"{value:g} is not possible, it can be {low:g} to {high:g}"

    def _length(self, programme: "Programme") -> Iterator[tuple[str, str]]:
        most, minutes = (
            self._companion.content.limit("limits.programme_minutes"),
            lasting(self._companion, programme),
        )
        if minutes > most:
            yield "items", f"together they take {minutes:,.0f} minutes, and it can be at most {most:g}"

    def _stages(self, programme: "Programme") -> Iterator[tuple[str, str]]:
        from companion.domain.programmes_edit import EVERY_STAGE

        if not set(programme.stages) <= set(EVERY_STAGE):
            yield "stages", "stages are 1 to 6"
        for at, item in enumerate(programme.items):
            meant = set(self._companion.content.exercises[item.exercise].stages)
            for stage in sorted(set(programme.stages) - meant):
                yield f"items.{at}.exercise", f"{item.exercise} is not meant for stage {stage}"


def lasting(companion: "Companion", programme: "Programme") -> float:
    """Minutes of a programme, every exercise allowed."""
    between = companion.content.limit("session.between_s")
    return programme.minutes(companion.content.exercises, between)
