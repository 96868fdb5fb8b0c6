"""What the database refuses, for tables of meetings alike."""

import pgtrigger

NO_DELETE = pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)
STAYS = pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete)


def no_overlap(name: str, *, same: tuple[str, ...], says: str) -> pgtrigger.Trigger:
    """Refuses two rows with the same columns whose days `starts_on` to `ends_on` meet, both ends included.

    An exclusion constraint would need the extension btree_gist, which the embedded server lacks. The lock makes
    two people who add such rows at the same moment wait for each other.
    """
    alike = " AND ".join(f"other.{column} = NEW.{column}" for column in same)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=pgtrigger.Func(
            """
            PERFORM pg_advisory_xact_lock(hashtext('{meta.db_table} NAME'));
            IF EXISTS (
                SELECT 1 FROM {meta.db_table} other
                WHERE ALIKE AND other.id <> NEW.id
                  AND daterange(other.starts_on, other.ends_on, '[]')
                      && daterange(NEW.starts_on, NEW.ends_on, '[]')
            ) THEN
                RAISE EXCEPTION 'SAYS' USING ERRCODE = 'check_violation', CONSTRAINT = 'NAME';
            END IF;
            RETURN NEW;
            """.replace("NAME", name)
            .replace("ALIKE", alike)
            .replace("SAYS", says)
        ),
    )


def frozen_when_approved(of_meeting: str) -> pgtrigger.Trigger:
    """What the minutes of a meeting print rests once they are approved; what was wrong becomes a new minute.

    `of_meeting` selects the meetings of the rows OLD and NEW, by id.
    """
    return pgtrigger.Trigger(
        name="frozen_when_approved",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="""
            IF EXISTS (
                SELECT 1 FROM meetings_meetingminutes record
                WHERE record.state IN ('approved', 'amended') AND record.meeting_id IN (OF_MEETING)
            ) THEN
                RAISE EXCEPTION 'These minutes are approved: a correction is a new minute that points back.'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_when_approved';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        """.replace("OF_MEETING", of_meeting),
    )


BY_MEETING = "OLD.meeting_id, NEW.meeting_id"
BY_ITEM = "SELECT item.meeting_id FROM meetings_agendaitem item WHERE item.id IN (OLD.item_id, NEW.item_id)"
BY_RECORD = (
    "SELECT one.meeting_id FROM meetings_meetingminutes one WHERE one.id IN (OLD.record_id, NEW.record_id)"
)
