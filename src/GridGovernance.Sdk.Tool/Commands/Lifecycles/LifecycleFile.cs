using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tool.Commands.Lifecycles;

/// <summary>A lifecycle that a verb is given: a file of its own, or one of the published ones by its code.</summary>
internal static class LifecycleFile
{
    private const string Preset = "preset:";

    internal static ReadResult<LifecycleDefinition> Read(Session session, string file)
    {
        if (!file.StartsWith(Preset, StringComparison.Ordinal))
        {
            var read = GovernanceJson.Read<LifecycleDefinition>(InputFile.Read(session, file), file);
            InputFile.ValueOf(session, read);
            return read;
        }

        var known = string.Join(", ", LifecyclePresets.All.Select(static preset => preset.Code));
        var found = LifecyclePresets.All.FirstOrDefault(preset => string.Equals(preset.Code, file[Preset.Length..], StringComparison.Ordinal))
            ?? throw new UnusableInputException(session.Say(
                $"\"{file}\" should be \"{Preset}\" and one of {known}, but is not.", $"“{file}”应为“{Preset}”加下列之一：{known}。"));
        return GovernanceJson.Read<LifecycleDefinition>(GovernanceJson.Write(found), file);
    }

    /// <summary>The words of a model where one is given; otherwise every name that the file uses, with what is known of the guards of every host.</summary>
    internal static LifecycleVocabulary Vocabulary(Session session, LifecycleDefinition definition, string? folder)
    {
        if (folder is not null)
        {
            var model = Model(session, folder);
            return CaseGuards.Vocabulary(model.Guards, model.Establishment.Posts, model.Calendar, Vacant(model));
        }

        var named = LifecycleVocabulary.NamedIn(definition);
        return new LifecycleVocabulary(named.Guards, named.Parties)
        {
            Facts = EquatableArray.From(CaseGuards.All.Select(static guard => guard.Fact)),
            Calendar = Calendars.WorkCalendar.China,
        };
    }

    internal static GovernanceModel Model(Session session, string folder)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var report);
        InputFile.Refuse(session, report);
        return model!;
    }

    internal static JsonArray ToJson(LifecyclePath path) => new([.. path.Steps.Select(static step => (JsonNode)step)]);

    // A model that appoints nobody says nothing of vacancies; one that appoints somebody says by its silence to which posts nobody was ever appointed.
    private static EquatableArray<string> Vacant(GovernanceModel model)
    {
        var held = model.Staffing.Roster.Appointments.Select(static appointment => appointment.Seat.Post).ToHashSet(StringComparer.Ordinal);
        return held.Count == 0 ? [] : EquatableArray.From(model.Establishment.Posts.Select(static post => post.Code).Where(post => !held.Contains(post)));
    }
}
