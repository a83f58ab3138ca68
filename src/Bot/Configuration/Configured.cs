using Bot.Verbs;

namespace Bot.Configuration;

/// <summary>Gives a verb a valid configuration or none.</summary>
public static class Configured
{
    /// <summary>Null if anything is wrong, after writing one line per problem to standard error.</summary>
    public static ConfigurationReading? OrComplain(Surroundings surroundings)
    {
        var reading = ConfigurationReader.Read(surroundings);
        if (reading.Problems.Count == 0)
        {
            return reading;
        }

        surroundings.Complain(new(
            $"設定に誤りが {reading.Problems.Count} 件あります（{ConfigurationReader.FileName}・環境変数・user secrets）:",
            $"The configuration has {reading.Problems.Count} problem(s) ({ConfigurationReader.FileName}, environment, user secrets):"));
        foreach (var problem in reading.Problems)
        {
            surroundings.Error.WriteLine($"  {surroundings.Say(problem.Text)}");
        }

        return null;
    }
}
