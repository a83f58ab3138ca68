using Bot.Verbs;

return await VerbTree.RunAsync(args, Surroundings.OfProcess());
