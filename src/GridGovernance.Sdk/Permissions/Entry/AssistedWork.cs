using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Holds a power-and-duty list against what an entry list gives to the community as assisted work only (协助工作不得作为主责).</summary>
/// <remarks>北京市接诉即办工作条例 art 17, second sentence: 不得将协助工作交由社区作为主责. Other places let a grid worker lead what it assists in, so a list asks for it by
/// <see cref="EntryListDefinition.CommunityLevels"/>.</remarks>
public static class AssistedWork
{
    /// <summary>Finds every assisted matter that a post of the community leads.</summary>
    /// <param name="entryList">The entry list; where it names no levels of the community, nothing is asked.</param>
    /// <param name="list">The power-and-duty list.</param>
    /// <param name="places">The places to look at; the units that items and rules name are looked at as well.</param>
    /// <returns>A warning for each item, matter, action and post, with a JSON Pointer to the rule of the power-and-duty list.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FindingReport Run(EntryList entryList, AuthorityList list, IEnumerable<GridCode> places)
    {
        ArgumentNullException.ThrowIfNull(entryList);
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(places);
        var check = new ListCheck();
        var given = places.ToArray();
        var assisted = entryList.Definition.CommunityLevels.Count == 0
            ? [] : entryList.Definition.Items.Where(static item => item is { Category: EntryCategory.Assisted, Status: EntryStatus.InForce });
        foreach (var item in assisted)
        {
            foreach (var matter in entryList.Catalogue.Matters.Where(matter => Codes.Contain(item.Matters, matter.Code) || Codes.Contain(item.Classes, matter.Class)))
            {
                for (var i = 0; i < list.Definition.Rules.Count; i++)
                {
                    Look(check, entryList, list, given, item, matter, i);
                }
            }
        }

        return check.ToReport();
    }

    private static void Look(ListCheck check, EntryList entryList, AuthorityList list, GridCode[] given, EntryListItem item, Matter matter, int i)
    {
        var rule = list.Definition.Rules[i];
        var about = Codes.Contain(rule.Matters, Codes.Any) || Codes.Contain(rule.Matters, matter.Code) || Codes.Contain(rule.Classes, matter.Class);
        if (rule.Stance != AuthorityStance.Lead || !about || DayOf(item, rule) is not { } day)
        {
            return;
        }

        var places = given.Concat(item.Places.Select(GridCode.Parse)).Concat(rule.Places.Select(GridCode.Parse))
            .Where(place => Codes.Cover(item.Places, place) && Codes.Cover(rule.Places, place)).Distinct().ToArray();
        var actions = Codes.Contain(rule.Actions, Codes.Any) ? list.Definition.Actions.Select(static action => action.Code) : rule.Actions.Distinct(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            var shown = places.SelectMany(place => list.LeadsFor(matter.Code, action, place, day.AtMidnight()).Select(lead => (Lead: lead, Place: place)))
                .Where(pair => Codes.Contain(pair.Lead.Rules, rule.Code) && IsOfCommunity(entryList.Definition, list, pair.Lead.Holder)).DistinctBy(static pair => pair.Lead.Holder);
            foreach (var (lead, place) in shown)
            {
                var named = list.Definition.Actions.First(one => string.Equals(one.Code, action, StringComparison.Ordinal)).Name;
                check.Warning("permissions.assisted-lead", $"/rules/{i}", rule.Code, lead.Holder.ToString(), named, matter.Name, place.ToString(), day, item.Code);
            }
        }
    }

    /// <summary>Returns a day on which both hold; any will do where neither names one.</summary>
    private static LocalDate? DayOf(EntryListItem item, AuthorityRule rule)
    {
        var first = item.ValidFrom > rule.ValidFrom || rule.ValidFrom is null ? item.ValidFrom : rule.ValidFrom;
        var last = item.ValidTo < rule.ValidTo || rule.ValidTo is null ? item.ValidTo : rule.ValidTo;
        return first > last ? null : first ?? last ?? default(LocalDate).PlusYears(2000);
    }

    private static bool IsOfCommunity(EntryListDefinition definition, AuthorityList list, AuthorityHolder holder)
    {
        if (holder.Post is null || !list.Establishment.TryFindPost(holder.Post, out var post))
        {
            return holder is { Department: null, Level: { } level } && Codes.Contain(definition.CommunityLevels, level);
        }

        return !post.IsOfDepartment && Codes.Contain(definition.CommunityLevels, post.Level);
    }
}
