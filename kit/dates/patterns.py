"""The grammar of dated expressions: what a whole expression looks like, by the kind of word that gives it away.

Named parts make up the forms, and each form is compiled once. Nothing here decides what day an expression means.
"""

from __future__ import annotations

import re

from kit.dates.holidays import written_names
from kit.dates.names import (
    DAYS_FROM_TODAY,
    DIGIT_WORDS,
    MONTHS,
    MONTHS_SHORT,
    NUMBER_WORDS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    cased,
)
from kit.dates.words import any_of

# --- parts -------------------------------------------------------------------------------------------------------

# Between two words: blanks or a line break. A match never reaches over a blank line, see find_mentions.
SP = r"(?:\s{1,4})"
# The word ends here; an underscore may be emphasis.
END = r"(?![^\W_])"
# November, Nov., NOV; not December-like.
MONTH = rf"(?:(?:{any_of(cased(MONTHS))}|(?:{any_of(cased(MONTHS_SHORT))})\.?){END}(?!-[a-z]))"
WEEKDAY = rf"(?:(?:{any_of([*WEEKDAYS, *cased(WEEKDAYS)])}){END})"
WEEKDAY_SHORT = rf"(?:(?:{any_of(cased(WEEKDAYS_SHORT))})(?:\.|{END}))"
# 5, 05, 5th; not 5.3, 5:30, 5%, 5-month, 5,000.
DAY = r"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?![^\W_]|[.,:]\d|[ ]?%|-[a-z]))"
# 1066 to 2099; not 2000.5, 2,000, 1900%, 2024-based, 1990s, 2024.pdf.
YEAR = r"(?:(?:1\d|20)\d\d(?![^\W_]|[.,]\d|[ ]?%|-[a-z]|\.[a-z]))"
SHORT_YEAR = r"(?:['’]\d\d(?![^\W_]))"
# The days of a range or list: "5-8", "5 to 8", "5 and 6", "3, 4 and 5"; a comma alone is none: "Nov. 5, 12 others".
_AND = rf"(?:{SP}?[-–—/]{SP}?|,?{SP}(?i:to|and|or|through|thru|until|till|&){SP})"
_DAYS = rf"(?:{DAY}(?:(?:,{SP}{DAY}){{0,5}}{_AND}{DAY}){{0,2}})"
# Which year, month or week is meant, in words.
_RELATION = "(?i:{})".format(
    "last|this{SP}past|this{SP}coming|this|next|that{SP}same|that|previous|following|coming|current|same|prior"
    "|the{SP}(?:same|previous|preceding|prior|following|next|coming|upcoming|current|past|latest|last)".replace(
        "{SP}", SP
    )
)
_FISCAL = rf"(?:(?i:fiscal|financial|calendar){SP})"
_YEAR_RELATION = rf"(?:{_RELATION}{SP}{_FISCAL}?[Yy]ear{END})"
# Which part of a period is meant: it belongs to the expression but does not change its precision.
_PART = "(?i:{})".format(
    "(?:early|mid)(?:-|{SP})to(?:-|{SP})(?:mid|late)|early|earlier|end|late|later|mid|middle|sometime"
    "|(?:early|earlier|late|later){SP}in"
    "|(?:(?:the|at){SP})?(?:very{SP})?(?:end|start|beginning|middle|close|turn|eve|rest"
    "|(?:early|latter){SP}part|(?:first|second|latter){SP}half){SP}of".replace("{SP}", SP)
)
_LEAD = rf"(?:(?P<part>{_PART})(?:{SP}|(?<=[Ee]nd)-|(?<=[Mm]id)-|(?<=[Ee]arly)-|(?<=[Ll]ate)-))?"
# two, 18, twenty-one, a couple of; and what says no number.
_COUNT = rf"""(?i: (?P<count>\d{{1,3}}|a{SP}couple{SP}of|a{SP}dozen|half{SP}a{SP}dozen
        |(?:{any_of(tuple(NUMBER_WORDS))})(?:[-\s](?:{any_of(tuple(DIGIT_WORDS))}))?)
    | (?P<vague>several|some|many|a{SP}few|a{SP}number{SP}of|a{SP}handful{SP}of) )"""
# ..., 2024 / of fiscal 2024 / of FY24 / '24 / of last year / of the year
_OF_YEAR = rf"""(?:
      (?: (?:\s{{0,3}},)?{SP}(?:(?:of|in){SP})?(?:the{SP})?(?:fiscal{SP}(?:year{SP})?|FY[ ]?)?
        | (?<=[A-Za-z])- ) (?P<year>{YEAR})
    | {SP}(?:of{SP})?FY[ ]?['’]?(?P<fiscal_year>\d\d){END}
    | ,?{SP}(?P<short_year>{SHORT_YEAR})
    | {SP}(?:(?:of|in){SP})?(?P<year_relation>{_YEAR_RELATION})
    | {SP}of{SP}the{SP}year{END} )?"""
# 5 November 2024 / the 5th of November / Nov. 5, 2024 / Nov. 5-8 / 3, 4 and 5 May / November of last year / Nov '23
_CALENDAR = rf"""
    (?: (?:[Tt]he{SP})? (?P<days>{_DAYS}) ,?{SP}?(?:of{SP}|-)? )?
    (?P<month>{MONTH})
    (?: (?:{SP}|(?<=\.))?(?:the{SP})?(?P<days_after>{_DAYS}) )?
    {_OF_YEAR}
"""

# --- forms -------------------------------------------------------------------------------------------------------

_FORMS = {
    # early March / last March / the September quarter / the May bank holiday, and all of the calendar above
    "month": rf"""
        (?P<bank_holiday> (?:[Tt]he{SP})? (?:early{SP})? {MONTH}{SP}[Bb]ank{SP}[Hh]oliday(?!{SP}Monday) )
      | {_LEAD} (?: (?P<relation>{_RELATION}){SP} )? {_CALENDAR} (?P<quarter>(?<!\d){SP}quarter{END})?
    """,
    # Tuesday / late Tuesday / Tuesday week / Friday next week / Wednesday, Nov. 27, 2024
    # Tue 3/12/2024 / Fri 5 to Sun 7 May, of which only "Fri 5" is this form
    "weekday": rf"""
        (?: {_LEAD} (?: (?P<relation>{_RELATION}){SP} )? (?P<weekday>{WEEKDAY})
          | (?P<weekday_short>{WEEKDAY_SHORT}) )
        (?: (?:,?{SP}(?:the{SP})?|,) {_CALENDAR}
          | {SP}(?P<bare_day>{DAY})(?=
                ,?{SP}?(?:[-–—]|to|and|or|until|&){SP}?(?:(?:{WEEKDAY}|{WEEKDAY_SHORT}){SP})?{DAY}{SP}(?:of{SP})?
                (?P<month_ahead>{MONTH})(?:{SP}(?P<year_ahead>{YEAR}))? )
          | ,?{SP}(?P<numeric>\d{{1,2}}(?P<separator>[./-])\d{{1,2}}(?P=separator)\d{{4}}){END}
          | {SP}(?:of{SP})?(?P<week_relation>last|next|this|the{SP}following){SP}week{END}
          | {SP}(?P<after_relation>last|next)(?=[.,;:)]|{SP}(?:and|at|for|in|to|when|where|with)\b)
          | {SP}(?P<later>week|fortnight)(?=[\s.,;:!?)"”’]|$)(?!{SP}(?:of|long|from)\b) )?
    """,
    # in 2013 / early 2014 / the end of 2014 / fiscal 2024 / the years 1955 / 2009-10 / 1982 summer
    "year": rf"""
        {_LEAD} (?: (?:the{SP})?(?i:years?){SP} )? (?P<fiscal> (?:the{SP})?{_FISCAL}(?:year{SP})? )?
        (?P<year>{YEAR}) (?: {SP}(?P<season>spring|summer|autumn|winter){END} )?
        (?: (?P<dash>[-–/])(?P<year_end>\d\d)(?![^\W_]|[-–./]\d) | {SP}?[-–]{SP}?(?P<short_end>{SHORT_YEAR}) )?
    """,
    # '98
    "short_year": rf"(?P<short_year>{SHORT_YEAR})",
    # 2024-11-27 / 2024/11/27 / 2024-11 / 27.11.2024 / 27/11/24 / on 27/11 / on 27.11.
    "numeric": rf"""
        (?P<iso>(?:1\d|20)\d\d(?P<iso_separator>[-/.])(?:0[1-9]|1[0-2])(?P=iso_separator)(?:0[1-9]|[12]\d|3[01]))
            (?![-/.]?\d)(?:(?=T\d\d)|{END})
      | (?P<iso_month>(?:1\d|20)\d\d-(?:0[1-9]|1[0-2]))(?![-/.]?\d){END}
      | (?P<numeric>\d{{1,2}}(?P<separator>[./-])[ ]?\d{{1,2}}(?P=separator)[ ]?(?:\d{{4}}|\d\d))(?![-/.:,]?\d){END}
      | (?P<yearless>\d{{1,2}}(?:/\d{{1,2}}|\.(?:0[1-9]|1[0-2])\.?))(?![-/.:,]?\d|\s?%){END}
    """,
    "today": rf"(?P<today>(?i:{any_of(tuple(DAYS_FROM_TODAY))})){END}",
    "unit": rf"""
        # the day before yesterday
        (?P<distant_day>(?i:(?:the{SP})?day{SP}(?:before{SP}yesterday|after{SP}tomorrow))){END}
        # two weeks ago / a year earlier / two weeks' time / a week ago Monday
      | {_COUNT}(?:{SP}|-)(?P<counted>(?i:{any_of(UNITS)}))s?
            (?: ['’]{SP}(?P<time>time) | {SP}(?P<direction>(?i: ago|earlier|later|hence|previously
                |(?:before|prior)(?=[.,;:)\n]|$)|from{SP}(?:now|today) )) ){END}
            (?: {SP}(?:on{SP}|last{SP})?(?P<weekday_then>{WEEKDAY}|today{END}) )?
        # a week on Tuesday / a fortnight tomorrow
      | (?i:a){SP}(?P<later>week|fortnight){SP}
            (?: (?:on|from|next){SP}(?P<weekday_after>{WEEKDAY}) | (?:from{SP})?(?P<day_after>today|tomorrow){END} )
        # the week before last, the weekend after next
      | (?i:the){SP}(?P<skipped>week|weekend|month|year){SP}(?P<beyond>before{SP}last|after{SP}next){END}
        # the week of Nov. 18: what follows is read as a month's form
      | (?:(?i:the){SP})?week(?P<weekend_of>end)?{SP}(?P<week_of>of|beginning|commencing|starting){SP}(?=[A-Z\d])
      | {_LEAD} (?:
            # the third quarter of 2023 / second-half
            (?:(?i:the){SP})?{_FISCAL}?(?P<ordinal>(?i:{any_of(tuple(ORDINALS))}))(?:-|{SP})(?:fiscal[ -])?
                (?P<ordered>quarter|half){END} {_OF_YEAR}
            # year-end / the month's end
          | (?: (?P<relation>(?:{_RELATION}|(?i:the))){SP} )? (?:fiscal[ -])?
                (?P<unit_end>year[ -]?end|year['’]s{SP}end|month-end|month['’]s{SP}end){END}
          | (?P<new_year>(?i:the){SP}[Nn]ew{SP}[Yy]ear)(?!['’]s|{SP}(?:Day|Eve)){END}
            # last week / the end of the month / the day before
          | (?P<unit_relation>(?:{_RELATION}|(?i:the))){SP}(?:(?:fiscal|financial|calendar|trading|business){SP})?
                (?P<unit>day|weekend|week|fortnight|month|quarter|year){END}(?!-[a-z])
                (?: {SP}(?P<aside>before|after|following|earlier|later)(?=[.,;:)\n]|$) )? )
        # the year-earlier quarter
      | (?:(?i:a|the){SP})?(?P<year_earlier>year-earlier|year-ago){END} (?: {SP}(?:half|month|period|quarter){END} )?
    """,
    # Q3 2022 / 3Q24 / H1 / Q2FY25 / FY25 / FY2023-24
    "token": rf"""
        (?: (?: (?P<letter_first>[QH])(?P<number_last>[1-4]) | (?P<number_first>[1-4])(?P<letter_last>[QH]) )
            (?: [ ]?(?:of{SP})?(?:FY[ ]?)?['’]?(?P<token_year>{YEAR}|\d\d){END}
              | {SP}(?:of{SP})?(?P<token_relation>{_YEAR_RELATION}) )?
          | (?P<fy>FY)[ ]?['’]?(?P<fy_year>{YEAR}|\d\d)(?:[-–/](?P<fy_end>\d\d))? ){END}
    """,
    # the summer of 2011 / last spring / autumn 1918 / the winter
    "season": rf"""
        {_LEAD} (?: (?P<relation>(?:{_RELATION}|(?i:the))){SP} )? (?: (?:early|late|mid)[ -] )?
        (?P<season>{any_of([*SEASONS, *(name.title() for name in SEASONS)])}){END} {_OF_YEAR}
    """,
    # New Year's Day / last Christmas / Easter Monday 2024
    "holiday": rf"""
        (?: (?P<relation>{_RELATION}){SP} )?
        (?P<holiday>{any_of([name for _, name in written_names(SP)])})(?!['’]?[^\W_]) {_OF_YEAR}
    """,
    # the 26th; not the 26th of May
    "day_of_month": rf"the{SP}(?P<day>{DAY})(?!{SP}?(?:of{SP}|[-–—]|and|or|to)?{SP}?(?:{MONTH}|\d))",
}

FORMS = {kind: re.compile(form, re.VERBOSE) for kind, form in _FORMS.items()}
