"""What of a table and its rows stays once children were counted in it: earlier months are read by it."""

import pgtrigger

COUNTING_STAYS = pgtrigger.Trigger(
    name="counting_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.AnyChange("rows_overlap", "named_at_most"),
    func=pgtrigger.Func(
        """
        IF EXISTS (
            SELECT 1 FROM scorecard_demographiccount counted
            JOIN scorecard_demographiccategory category ON category.id = counted.category_id
            WHERE category.table_id = OLD.id
        ) THEN
            RAISE EXCEPTION 'How a table with counts is counted and shown stays.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'counting_stays';
        END IF;
        RETURN NEW;
        """
    ),
)
NAME_STAYS = pgtrigger.Trigger(
    name="name_stays",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.AnyChange("name"),
    func=pgtrigger.Func(
        """
        IF EXISTS (SELECT 1 FROM scorecard_demographiccount WHERE category_id = OLD.id) THEN
            RAISE EXCEPTION 'The name of a row with counts stays.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'name_stays';
        END IF;
        RETURN NEW;
        """
    ),
)
