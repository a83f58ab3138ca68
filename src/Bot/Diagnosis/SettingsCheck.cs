using Bot.Chat.Diagnosis;
using Bot.Configuration;
using Bot.Delivery.Alerts;
using Bot.Intake;

namespace Bot.Diagnosis;

/// <summary>Checks the configuration: inbox, tokens, feeds and who can reach the pages.</summary>
internal static class SettingsCheck
{
    /// <param name="inbox">Absolute path of the inbox; null if none.</param>
    public static IEnumerable<Finding> Run(BotOptions options, string? inbox) =>
        [Inbox(inbox), .. Feeds(options.Intake), .. Tokens(options), Exposure(options), Operator(options.Operator)];

    private static Finding Inbox(string? inbox) =>
        inbox is null ? new(Verdict.Ok, "inbox", HostTexts.Both("SettingsCheck.NoneIntakeInbox"))
        : FolderProbe.Trouble(inbox) is { } trouble ? new(Verdict.Failed, "inbox", HostTexts.Both("Folder.CannotBeWritten", inbox, trouble))
        : new(Verdict.Ok, "inbox", HostTexts.Both("SettingsCheck.CanBeWritten", inbox));

    private static IEnumerable<Finding> Feeds(IntakeOptions intake)
    {
        if (intake.Feeds.Count == 0)
        {
            yield return new(Verdict.Ok, "feeds", HostTexts.Both("SettingsCheck.NoneIntakeFeeds"));
        }

        foreach (var feed in intake.Feeds)
        {
            var address = feed.Url!.GetLeftPart(UriPartial.Path);
            yield return feed switch
            {
                { AllowPrivate: true } => new(
                    Verdict.Warning,
                    "feeds",
                    HostTexts.Both("SettingsCheck.PrivateAddressesAreAllowed", address)
                ),
                { Url.Scheme: "http" } => new(Verdict.Warning, "feeds", HostTexts.Both("SettingsCheck.NotHttps", address)),
                _ => new(Verdict.Ok, "feeds", new(address, address)),
            };
        }
    }

    private static IEnumerable<Finding> Tokens(BotOptions options)
    {
        var tokens = options
            .Intake.ApiTokens.Select(pair => (Key: $"Intake:ApiTokens:{pair.Key}", Token: pair.Value))
            .Concat(options.Admins.Tokens.Select(pair => (Key: $"Admins:Tokens:{pair.Key}", Token: pair.Value)))
            .Concat(options.Web.Auth.Tokens.Select((token, i) => (Key: $"Web:Auth:Tokens:{i}", Token: token)))
            .Concat(options.Web.Auth.ReadTokens.Select((token, i) => (Key: $"Web:Auth:ReadTokens:{i}", Token: token)))
            .Concat(new[] { (Key: "Secrets:MasterKey", Token: options.Secrets.MasterKey) }.Where(pair => pair.Token.Length > 0))
            .ToList();
        if (tokens.Count == 0)
        {
            yield return new(Verdict.Ok, "tokens", HostTexts.Both("SettingsCheck.NonePOSTApiBriefingsIs"));
        }

        foreach (var (key, token) in tokens)
        {
            yield return TokenStrength.IsStrong(token)
                ? new(Verdict.Ok, "tokens", HostTexts.Both("SettingsCheck.IsStrongEnough", key))
                : new(Verdict.Failed, "tokens", HostTexts.Both("SettingsCheck.CanBeGuessed", key));
        }
    }

    private static Finding Exposure(BotOptions options) =>
        options.Web.Auth.Tokens.Count > 0
            ? new(Verdict.Ok, "web", HostTexts.Both("SettingsCheck.BehindTokens", options.Web.Url))
            : new(Verdict.Ok, "web", HostTexts.Both("SettingsCheck.ThisMachineOnly", options.Web.Url));

    private static Finding Operator(OperatorOptions options) =>
        (options.Channel, options.Webhook) switch
        {
            (null or "", null or "") => new(Verdict.Ok, "operator", HostTexts.Both("SettingsCheck.WhatNeedsPersonIsTold")),
            ({ Length: > 0 } channel, null or "") => new(Verdict.Ok, "operator", HostTexts.Both("SettingsCheck.ToldIn", channel)),
            (null or "", _) => new(Verdict.Ok, "operator", HostTexts.Both("SettingsCheck.ToldToWebhook")),
            var (channel, _) => new(Verdict.Ok, "operator", HostTexts.Both("SettingsCheck.ToldInAndToWebhook", channel)),
        };
}
