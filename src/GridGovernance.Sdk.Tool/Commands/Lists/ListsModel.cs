using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary>The model whose lists a verb asks, and how questions and answers are written.</summary>
internal static class ListsModel
{
    /// <summary>Loads a model that must be without errors.</summary>
    internal static GovernanceModel Load(Session session, string folder)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var report);
        InputFile.Refuse(session, report);
        return model!;
    }

    /// <summary>Returns the places that an analysis looks at: the townships, and with them whatever the lists name inside.</summary>
    internal static IEnumerable<GridCode> PlacesOf(GovernanceModel model) => model.Townships.Count == 0
        ? [GridCode.Parse(model.County.Code.ToString())]
        : model.Townships.Select(static township => GridCode.Parse(township.Code.ToString()));

    /// <summary>Writes a name as the files have it.</summary>
    internal static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Writes a verdict for people: the name that the files have, or the Chinese word.</summary>
    internal static string VerdictOf(Session session, AdmissionVerdict verdict) => session.Say(NameOf(verdict), verdict switch
    {
        AdmissionVerdict.NotListed => "不在清单",
        AdmissionVerdict.OnNegativeList => "列入负面清单",
        AdmissionVerdict.OutsideGridPurpose => "不属网格职能",
        AdmissionVerdict.Withdrawn => "已退出",
        AdmissionVerdict.NotYetInForce => "尚未生效",
        AdmissionVerdict.Expired => "已到期",
        AdmissionVerdict.Suspended => "已暂停",
        AdmissionVerdict.OutOfScope => "不在适用范围",
        AdmissionVerdict.PostLacksAuthority => "岗位无权",
        AdmissionVerdict.ListedTemporarily => "临时准入",
        _ => "准入",
    });

    internal static JsonArray Codes(IEnumerable<string> codes) => new([.. codes.Select(static code => (JsonNode)code)]);

    internal static string WhoOf(in AuthorityRequest request) => new AuthorityHolder(request.Post, request.Department, null).ToString();

    internal static JsonObject ToJson(in AuthorityRequest request) => new()
    {
        ["who"] = WhoOf(request),
        ["level"] = request.Level,
        ["kind"] = request.Kind is { } kind ? NameOf(kind) : null,
        ["action"] = request.Action,
        ["matter"] = request.Matter,
        ["where"] = request.Place.ToString(),
        ["ownArea"] = request.OwnArea?.ToString(),
        ["at"] = LocalDateTimePattern.GeneralIso.Format(request.At),
        ["conditions"] = Codes(request.Conditions),
    };

    internal static JsonObject ToJson(AdmissionRequest request) => new()
    {
        ["who"] = request.Post,
        ["level"] = request.Level,
        ["matter"] = request.Matter,
        ["where"] = request.Place.ToString(),
        ["on"] = LocalDatePattern.Iso.Format(request.On),
    };

    /// <summary>Writes a request as one line: who does what on which matter, where and when.</summary>
    internal static string ToLine(in AuthorityRequest request)
    {
        var line = $"{WhoOf(request)} {request.Action} {request.Matter} {request.Place} {LocalDatePattern.Iso.Format(request.At.Date)}";
        line = request.Kind is { } kind ? $"{line} kind={NameOf(kind)}" : line;
        line = request.OwnArea is { } own ? $"{line} own-area={own}" : line;
        return request.Conditions.Count == 0 ? line : $"{line} if={string.Join(',', request.Conditions)}";
    }
}
