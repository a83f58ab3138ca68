using Bot.Verbs;

return await VerbTree.RunAsync(args, CommandLineContext.OfProcess());
