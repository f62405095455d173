namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>A point in a county's local plane, in metres east and north of its origin: near enough to say what is near to what.</summary>
/// <remarks>Equality is by value. The default is the origin. This type is immutable and safe to share between threads.</remarks>
/// <param name="East">Metres towards the east.</param>
/// <param name="North">Metres towards the north.</param>
public readonly record struct PlanePoint(double East, double North)
{
    /// <summary>Computes the square of the distance to another point.</summary>
    /// <param name="other">The other point.</param>
    /// <returns>The square, in square metres.</returns>
    public double SquaredDistanceTo(PlanePoint other)
    {
        var east = East - other.East;
        var north = North - other.North;
        return (east * east) + (north * north);
    }
}
