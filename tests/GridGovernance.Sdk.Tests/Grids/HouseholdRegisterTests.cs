using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class HouseholdRegisterTests
{
    private static readonly LocalDate Day = new(2026, 3, 1);
    private static readonly GeoPoint Here = new(107.2, 31.9);

    [Fact]
    public void AsOf_WithoutDays_IsTheRegisterItself()
    {
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Cgcs2000);
        builder.AddPerson("p", builder.AddHousehold("h", Here, null));
        var register = builder.Build();

        Assert.Same(register, register.AsOf(Day));
        Assert.True(register.IsHouseholdValidOn(0, LocalDate.MinIsoValue) && register.IsPersonValidOn(0, LocalDate.MaxIsoValue));
    }

    [Fact]
    public void AsOf_ADay_HasTheRowsThatHoldOnIt()
    {
        var cell = GridCode.Parse("1001");
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Cgcs2000);
        var always = builder.AddHousehold("a", Here, cell);
        var until = builder.AddHousehold("b", Here, cell, null, Day);
        var since = builder.AddHousehold("c", new GeoPoint(107.3, 31.9), null, Day.PlusDays(1));
        builder.AddPerson("p1", always);
        builder.AddPerson("p2", until);
        builder.AddPerson("p3", until, null, Day);
        builder.AddPerson("p3", since, Day.PlusDays(1));
        builder.AddPerson("p4", null, Day, Day);
        builder.AddPerson("p5", since);
        var register = builder.Build();

        var (before, after) = (register.AsOf(Day), register.AsOf(Day.PlusDays(1)));

        Assert.Equal(["a", "b"], Households(before));
        Assert.Equal(["p1>a", "p2>b", "p3>b", "p4>", "p5>"], People(before));
        Assert.Equal(["a", "c"], Households(after));
        Assert.Equal(["p1>a", "p2>", "p3>c", "p5>c"], People(after));
        Assert.Equal((cell, null), (before.AssignedCell(1), after.AssignedCell(1)));
        Assert.Equal(new GeoPoint(107.3, 31.9), after.Location(1));
        Assert.Equal((2, 1), (before.PeopleIn(1), before.PeopleIn(0)));
        Assert.Equal((false, true, true, false), (register.IsHouseholdValidOn(2, Day), register.IsHouseholdValidOn(2, Day.PlusDays(1)), register.IsPersonValidOn(4, Day), register.IsPersonValidOn(4, Day.PlusDays(-1))));
    }

    [Fact]
    public void Add_ALastDayBeforeTheFirst_IsRefused()
    {
        var builder = new HouseholdRegisterBuilder(CoordinateSystem.Cgcs2000);

        var household = Assert.Throws<ArgumentException>(() => builder.AddHousehold("h", Here, null, Day, Day.PlusDays(-1)));
        Assert.Throws<ArgumentException>(() => builder.AddPerson("p", null, Day, Day.PlusDays(-1)));

        Assert.Contains("on or after 2026-03-01, but found 2026-02-28", household.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (builder.Build().HouseholdCount, builder.Build().PersonCount));
        Assert.Throws<IndexOutOfRangeException>(() => builder.Build().IsHouseholdValidOn(0, Day));
        Assert.Throws<IndexOutOfRangeException>(() => builder.Build().IsPersonValidOn(0, Day));
    }

    private static IEnumerable<string> Households(HouseholdRegister register) => Enumerable.Range(0, register.HouseholdCount).Select(register.HouseholdId);

    private static IEnumerable<string> People(HouseholdRegister register) => Enumerable.Range(0, register.PersonCount)
        .Select(person => $"{register.PersonId(person)}>{(register.HouseholdOf(person) is { } household ? register.HouseholdId(household) : null)}");
}
