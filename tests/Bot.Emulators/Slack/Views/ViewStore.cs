using System.Text.Json.Nodes;
using Bot.Emulators.Slack.Blocks;
using Bot.Emulators.Slack.World;

namespace Bot.Emulators.Slack.Views;

/// <summary>Open forms, stacked at most three deep per person, and everyone's home.</summary>
public sealed class ViewStore(SlackWorld world)
{
    /// <summary>https://docs.slack.dev/surfaces/modals</summary>
    private const int Deepest = 3;

    private readonly List<SlackView> _views = [];

    /// <summary>The person's open forms, bottom first.</summary>
    public IReadOnlyList<SlackView> Stack(string user) => All(view => view.User == user && !view.IsHome);

    public SlackView? Home(string user) => All(view => view.User == user && view.IsHome).SingleOrDefault();

    /// <param name="idOrExternalId">Either of a view's two ids.</param>
    public SlackView? Find(string? idOrExternalId) =>
        All(view => idOrExternalId is { Length: > 0 } && (view.Id == idOrExternalId || view.ExternalId == idOrExternalId)).FirstOrDefault();

    /// <returns>The view, or Slack's error.</returns>
    internal (SlackView? View, string? Error) Open(string workspace, string user, JsonObject given, bool isPush)
    {
        lock (world.Gate)
        {
            var stack = Stack(user);
            if (isPush && stack.Count is 0 or >= Deepest)
            {
                return (null, stack.Count == 0 ? "not_found" : "push_limit_reached");
            }

            if (given["external_id"]?.ToString() is { Length: > 0 } external && Find(external) is not null)
            {
                return (null, "duplicate_external_id");
            }

            if (!isPush)
            {
                Close(user);
            }

            var id = world.NewId("V");
            var view = new SlackView(
                id,
                workspace,
                user,
                Stored(given),
                NewHash(),
                isPush ? stack[^1].Id : null,
                isPush ? stack[0].Id : id
            );
            _views.Add(view);
            return (view, null);
        }
    }

    internal SlackView Update(SlackView view, JsonObject given)
    {
        lock (world.Gate)
        {
            var updated = view with { Given = Stored(given), Hash = NewHash() };
            _views[_views.IndexOf(view)] = updated;
            return updated;
        }
    }

    internal SlackView Publish(string workspace, string user, JsonObject given)
    {
        lock (world.Gate)
        {
            if (Home(user) is { } home)
            {
                return Update(home, given);
            }

            var id = world.NewId("V");
            var view = new SlackView(id, workspace, user, Stored(given), NewHash(), null, id);
            _views.Add(view);
            return view;
        }
    }

    /// <summary>Closes a person's topmost form, or all of them.</summary>
    internal void Close(string user, bool all = true)
    {
        lock (world.Gate)
        {
            foreach (var view in Stack(user).Reverse().Take(all ? int.MaxValue : 1))
            {
                _views.Remove(view);
            }
        }
    }

    private JsonObject Stored(JsonObject given)
    {
        var stored = given.DeepClone().AsObject();
        stored["blocks"] = BlockStore.Stored(given["blocks"] as JsonArray, world);
        return stored;
    }

    private string NewHash() => world.Timestamps.Next() + "." + world.NewId("h");

    private List<SlackView> All(Predicate<SlackView> fits)
    {
        lock (world.Gate)
        {
            return _views.FindAll(fits);
        }
    }
}
