using Bot.Chat.Platforms;
using Bot.FaultHost;
using Bot.FaultHost.TestPlatform;
using Bot.Verbs;

// The bot as it is, where its environment names a test chat with one more platform, and where it names a wrong clock or a later
// generation of the schema with that: every verb, every option, the same composition.
return await VerbTree.RunAsync(
    args,
    CommandLineContext.OfProcess() with
    {
        Time = OffClock.FromEnvironment(),
        Compose = services =>
        {
            if (TestChatSettings.FromEnvironment() is { } settings)
            {
                services.AddSingleton<IPlatform>(provider => new TestPlatform(settings, provider.GetRequiredService<TimeProvider>()));
            }

            if (OtherGeneration.FromEnvironment() is { } generation)
            {
                services.AddSingleton(generation);
            }

            if (UnaskedEnd.IsWanted)
            {
                services.AddHostedService<UnaskedEnd>();
            }
        },
    }
);
