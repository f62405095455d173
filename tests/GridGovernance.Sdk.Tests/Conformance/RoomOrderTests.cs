namespace GridGovernance.Sdk.Tests.Conformance;

public sealed class RoomOrderTests
{
    [Fact]
    public void ATypeOfTheCore_RefersToItsRoomAndTheRoomsBeforeIt()
    {
        var violations =
            from type in typeof(Finding).Assembly.GetTypes()
            let room = Rooms.Of(type.Namespace)
            where room is not null
            from used in ReferenceWalk.From(type)
            let other = used.Assembly == type.Assembly ? Rooms.Of(used.Namespace) : null
            where other is not null && !Rooms.MayUse(room, other)
            select $"{type.FullName} refers to {used.FullName}.";

        Verdict.None(violations);
    }

    [Theory]
    [InlineData("Hosting", "Cases", true)]
    [InlineData("Cases", "Cases", true)]
    [InlineData("Calendars", "", true)]
    [InlineData("", "Calendars", false)]
    [InlineData("Lifecycles", "Permissions", false)]
    [InlineData("Permissions", "Staffing", true)]
    public void MayUse_FollowsTheOrder(string room, string other, bool expected) => Assert.Equal(expected, Rooms.MayUse(room, other));

    [Theory]
    [InlineData("GridGovernance.Sdk", "")]
    [InlineData("GridGovernance.Sdk.Cases.Commands", "Cases")]
    [InlineData("GridGovernance.Sdk.Simulation.Kernel", null)]
    [InlineData("System.Text", null)]
    [InlineData(null, null)]
    public void Of_ANamespace_IsItsRoom(string? name, string? room) => Assert.Equal(room, Rooms.Of(name));

    [Fact]
    public void ReferenceWalk_FindsEveryKindOfReference()
    {
        var found = ReferenceWalk.From(typeof(Specimen<>));

        Assert.Superset(
            new HashSet<Type> { typeof(List<>), typeof(Uri), typeof(Version), typeof(Action<>), typeof(DateOnly), typeof(ObsoleteAttribute), typeof(TimeOnly), typeof(IDisposable) },
            found.ToHashSet());
    }

    private sealed class Specimen<T> : List<Uri>
        where T : IDisposable
    {
        private readonly Version?[] _field = [null];

        [Obsolete("a specimen")]
        public Action<DateOnly>? Property { get; }

        public int Method()
        {
            var local = new TimeOnly(_field.Length);
            return local.Hour + local.Minute;
        }
    }
}
