using System.Text;

namespace Bot.Briefings.Text;

/// <summary>Normal form C, with a check that costs little for the letters that most texts consist of.</summary>
internal static class Composition
{
    /// <summary>
    /// Outside these ranges no character combines or decomposes: combining marks and scripts with them, letterlike symbols, angle brackets,
    /// kana's voicing marks, Hangul's parts, compatibility forms.
    /// </summary>
    private static readonly (char First, char Last)[] Doubtful =
    [
        ('\u0300', '\u200A'),
        ('\u2060', '\u209F'),
        ('\u20C0', '\u218F'),
        ('\u2329', '\u232A'),
        ('\u2A00', '\u2AFF'),
        ('\u2C00', '\u2FFF'),
        ('\u302A', '\u302F'),
        ('\u3099', '\u309A'),
        ('\uA000', '\uABFF'),
        ('\uD7A4', '\uD83B'),
        ('\uD83F', '\uDBFF'),
        ('\uE000', '\uFE0E'),
        ('\uFE10', '\uFEFE'),
        ('\uFFF0', '\uFFFF'),
    ];

    public static string Compose(string text) =>
        MayChange(text) && !text.IsNormalized(NormalizationForm.FormC) ? text.Normalize(NormalizationForm.FormC) : text;

    private static bool MayChange(ReadOnlySpan<char> text)
    {
        foreach (var (first, last) in Doubtful)
        {
            if (text.ContainsAnyInRange(first, last))
            {
                return true;
            }
        }

        return false;
    }
}
