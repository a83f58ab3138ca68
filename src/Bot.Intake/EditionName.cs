namespace Bot.Intake;

/// <summary>What an edition may be called: 1 to 32 lower-case letters, digits and hyphens, as it stands in addresses.</summary>
public static class EditionName
{
    public const int Longest = 32;

    public static bool IsRight(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= Longest && name[0] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }
}
