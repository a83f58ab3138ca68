using Bot.Archive.Entities;
using Bot.Archive.Saving;
using Bot.Chat;
using Bot.Chat.Platforms;
using Microsoft.Extensions.Logging;

namespace Bot.Delivery.Planning;

/// <summary>Composes a thread and renders it to frozen payloads. A post that cannot be rendered does not affect the others.</summary>
public sealed partial class ThreadRenderer(IThreadComposer composer, ILogger<ThreadRenderer> logger)
{
    public ThreadPlan Render(IPlatform platform, ThreadRequest request) =>
        new(
            [.. Compose(request).SelectMany(post => Render(platform, request, post))],
            new WithdrawnPlans(section => PostPlan.Freeze(platform.Id, platform.Render(composer.ComposeWithdrawn(request, section))[0])),
            new NoticePlans((sections, links) => Notice(platform, request, sections, links)),
            new ArrivalPlans(thread => PostPlan.Freeze(platform.Id, platform.Render(composer.ComposeArrival(request, thread))[0]))
        );

    /// <inheritdoc cref="IThreadComposer.CompaniesOf"/>
    public IReadOnlyList<NamedCompany> CompaniesOf(StoredDocument document) => composer.CompaniesOf(document);

    private Payload? Notice(
        IPlatform platform,
        ThreadRequest request,
        IReadOnlyCollection<string> sections,
        IReadOnlyDictionary<string, Uri> links
    )
    {
        try
        {
            return composer.ComposeNotice(request, sections, links) is { } message
                ? PostPlan.Freeze(platform.Id, platform.Render(message)[0])
                : null;
        }
        catch (Exception failure)
        {
            // The corrections themselves go out without it.
            Log.NotRendered(
                logger,
                request.Document.Briefing.Series,
                request.Document.Briefing.Date,
                NoticePlans.Prefix,
                platform.Id,
                failure
            );
            return null;
        }
    }

    private IReadOnlyList<ComposedPost> Compose(ThreadRequest request)
    {
        try
        {
            return composer.Compose(request);
        }
        catch (Exception failure)
        {
            // None of it can be posted: a failed root records that in the ledger.
            Log.NotComposed(logger, request.Document.Briefing.Series, request.Document.Briefing.Date, failure);
            return [new ComposedPost(PostKey.Root, Message: null!)];
        }
    }

    private IEnumerable<PostPlan> Render(IPlatform platform, ThreadRequest request, ComposedPost post)
    {
        if (post.Message is null)
        {
            return [Failed(platform, post, "not composed")];
        }

        try
        {
            var parts = platform.Render(post.Message);
            return parts.Select((content, index) => new PostPlan(post.Section, index + 1, PostPlan.Freeze(platform.Id, content)));
        }
        catch (Exception failure)
        {
            Log.NotRendered(logger, request.Document.Briefing.Series, request.Document.Briefing.Date, post.Section, platform.Id, failure);
            return [Failed(platform, post, failure.GetType().Name)];
        }
    }

    private static PostPlan Failed(IPlatform platform, ComposedPost post, string why) =>
        new(post.Section, 1, PostPlan.Freeze(platform.Id, ""), why);

    private static partial class Log
    {
        [LoggerMessage(3050, LogLevel.Error, "The thread of {Series} {Date:yyyy-MM-dd} could not be composed")]
        public static partial void NotComposed(ILogger logger, string series, DateOnly date, Exception failure);

        [LoggerMessage(
            3051,
            LogLevel.Error,
            "{Section} of {Series} {Date:yyyy-MM-dd} could not be rendered for {Platform}; continuing with the rest"
        )]
        public static partial void NotRendered(
            ILogger logger,
            string series,
            DateOnly date,
            string section,
            PlatformId platform,
            Exception failure
        );
    }
}
