using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace CountyQuickstart.Steps;

/// <summary>Names of places and seats for people to read.</summary>
/// <param name="map">The map of the county.</param>
/// <param name="establishment">Its posts and departments.</param>
/// <param name="language">The language of posts and departments.</param>
internal sealed class PlaceNames(GridMap map, Establishment establishment, Language language)
{
    /// <summary>Returns the name of a unit with those above it, the county left out.</summary>
    internal string Of(GridCode code)
    {
        var names = new List<string>();
        for (var unit = map.TryFind(code, out var found) ? found : null; unit is { Parent: not null }; unit = map.ParentOf(unit.Code))
        {
            names.Insert(0, unit.Name);
        }

        return names.Count == 0 ? code.ToString() : string.Join(" · ", names);
    }

    /// <summary>Returns the title of a seat and the place or department that it is for.</summary>
    internal string Of(Seat seat)
    {
        var title = establishment.TryFindPost(seat.Post, out var post) ? language.Say(post.Title) : seat.Post;
        var place = establishment.TryFindDepartment(seat.Unit, out var department) ? language.Say(department.Name)
            : GridCode.TryParse(seat.Unit, out var code) && map.TryFind(code, out var unit) ? unit.Parent is null ? unit.Name : Of(code)
            : seat.Unit;
        return language.Say($"{title}, {place}", $"{place}{title}");
    }
}
