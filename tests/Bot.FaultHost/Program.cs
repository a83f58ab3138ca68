using Bot.Chat.Platforms;
using Bot.FaultHost.TestPlatform;
using Bot.Verbs;

// The bot as it is, with one more platform: every verb, every option, the same composition.
return await VerbTree.RunAsync(args, Surroundings.OfProcess() with
{
    Compose = services => services.AddSingleton<IPlatform>(provider =>
        new TestPlatform(TestChatSettings.FromEnvironment(), provider.GetRequiredService<TimeProvider>())),
});
