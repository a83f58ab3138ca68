using Bot.Briefings.Companies;
using Bot.Chat.Options;

namespace Bot.Configuration;

/// <summary>The configuration section <c>Companies</c>.</summary>
public sealed class CompanyOptions
{
    /// <summary>A text file with further spellings of companies, in UTF-8, relative to the caller's folder; empty: none.</summary>
    public string File { get; init; } = "";

    /// <summary>Nothing if the file can be read and each line is right.</summary>
    internal IEnumerable<OptionProblem> Problems()
    {
        if (File.Length == 0)
        {
            return [];
        }

        try
        {
            return
            [
                .. CompanyAliases
                    .Read(System.IO.File.ReadAllText(File))
                    .Problems.Select(problem => new OptionProblem(
                        nameof(File),
                        HostTexts.Both($"CompanyOptions.{problem.Fault}", File, problem.Line, problem.Text, problem.Other)
                    )),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [new(nameof(File), HostTexts.Both("CompanyOptions.Unreadable", File, failure.Message))];
        }
    }

    /// <summary>The bot's spellings and the file's.</summary>
    internal CompanyAliases Aliases() =>
        File.Length == 0
            ? CompanyAliases.Shipped
            : CompanyAliases.Shipped.With(CompanyAliases.Read(System.IO.File.ReadAllText(File)).Aliases);
}
