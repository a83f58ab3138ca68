using Bot.Verbs;

namespace Bot.Configuration;

/// <summary>Configuration for a verb: right, or not at all.</summary>
public static class Configured
{
    /// <summary>Null, after one line a problem on standard error, when anything is wrong.</summary>
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
