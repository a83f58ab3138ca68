namespace Bot.Briefings.Filters;

public enum FilterBound
{
    Equal,
    AtLeast,
    Over,
    AtMost,
    Under,
}
