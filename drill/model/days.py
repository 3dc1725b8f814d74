"""Study days: the date that a time counts for, and the start and end of that day."""

from datetime import date, datetime, time, timedelta, tzinfo

DAY_TURNS_AT = timedelta(hours=4)


def study_day(moment: datetime, zone: tzinfo | None = None, turn: timedelta = DAY_TURNS_AT) -> date:
    """The study day of `moment`: the local date, with days that start at 04:00.

    `moment` is aware; `zone` None means local time; `turn` is the start of the day, from
    midnight.
    """
    return (moment.astimezone(zone).replace(tzinfo=None) - turn).date()


def day_start(
    moment: datetime, zone: tzinfo | None = None, turn: timedelta = DAY_TURNS_AT
) -> datetime:
    """The moment (aware) at which the study day of `moment` began: 04:00 of its date."""
    return _turn(study_day(moment, zone, turn), zone, turn)


def day_end(
    moment: datetime, zone: tzinfo | None = None, turn: timedelta = DAY_TURNS_AT
) -> datetime:
    """The moment (aware) at which the study day of `moment` is over: 04:00 of the next date."""
    return _turn(study_day(moment, zone, turn) + timedelta(days=1), zone, turn)


def _turn(day: date, zone: tzinfo | None, turn: timedelta) -> datetime:
    moment = datetime.combine(day, time()) + turn
    return moment.replace(tzinfo=zone) if zone else moment.astimezone()
