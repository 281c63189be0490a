using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MemOS.Sqlite.Storage;

namespace MemOS.Sqlite.Recall;

/// <summary>Vectors as little-endian floats of unit length, so that a dot product is the cosine.</summary>
internal static class VectorTable
{
    private const int HashSize = 16;
    private const string FindModel = "SELECT number, dimension FROM models WHERE name = ?1";
    private const string InsertModel = "INSERT INTO models (name, dimension) VALUES (?1, ?2) RETURNING number";
    private const string DeleteOne = "DELETE FROM vectors WHERE id = ?1 AND model = ?2 AND id >> 32 = ?3";
    private const string DeleteAll = "DELETE FROM vectors WHERE id = ?1";
    private const string Insert = "INSERT INTO vectors (model, id, vector, hash) VALUES (?1, ?2, ?3, ?4)";

    // Of the item's own cube alone: what another cube holds is none of its business, not even that it holds it.
    private const string Copy = """
        INSERT OR IGNORE INTO vectors (model, id, vector, hash)
        SELECT model, ?1, vector, hash FROM vectors WHERE id >> 32 = ?2 AND model = ?3 AND hash = ?4 AND id <> ?1 LIMIT 1
        """;
    private const string NoteLast = "UPDATE cubes SET last_vector = last_insert_rowid() WHERE number = ?1";
    private const string Touch = "UPDATE cubes SET vectors_changed = vectors_changed + 1 WHERE number = ?1";

    /// <summary>The number and dimension of a model, or <see langword="null"/>.</summary>
    public static (long Number, int Dimension)? FindModelNumber(Connection connection, string model)
    {
        using var row = connection.Prepare(FindModel).Bind(model);
        return row.Step() ? (row.Int64(0), row.Int32(1)) : null;
    }

    /// <summary>The number of a model, which is made when it is new.</summary>
    /// <exception cref="ArgumentException">The model is known with another dimension.</exception>
    public static long GetModelNumber(Connection connection, string model, int dimension)
    {
        if (FindModelNumber(connection, model) is not { } known)
        {
            return connection.Prepare(InsertModel).Bind(model).Bind(dimension).Scalar()!.Value;
        }

        return known.Dimension == dimension
            ? known.Number
            : throw new ArgumentException($"Model \"{model}\" is known with {known.Dimension} dimensions, not {dimension}. Give the changed model another name.");
    }

    /// <summary>Stores a vector in place of an earlier one.</summary>
    public static void Put(Connection connection, long model, MemoryId id, ReadOnlySpan<float> vector, ReadOnlySpan<byte> hash)
    {
        var unit = new float[vector.Length];
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0 && float.IsFinite(norm))
        {
            TensorPrimitives.Divide(vector, norm, unit);
        }

        connection.Prepare(DeleteOne).Bind(id.Value).Bind(model).Bind(id.Cube).Run();
        if (connection.Changes > 0)
        {
            connection.Prepare(Touch).Bind(id.Cube).Run();
        }

        connection.Prepare(Insert).Bind(model).Bind(id.Value).Bind(MemoryMarshal.AsBytes<float>(unit)).Bind(hash).Run();
        connection.Prepare(NoteLast).Bind(id.Cube).Run();
    }

    /// <summary>The hash by which equal texts of a cube are found.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..HashSize];

    /// <summary>Gives an item the vector that its cube holds for an equal text.</summary>
    public static bool TryCopy(Connection connection, long model, MemoryId id, ReadOnlySpan<byte> hash)
    {
        connection.Prepare(Copy).Bind(id.Value).Bind(id.Cube).Bind(model).Bind(hash).Run();
        if (connection.Changes == 0)
        {
            return false;
        }

        connection.Prepare(NoteLast).Bind(id.Cube).Run();
        return true;
    }

    /// <summary>Removes the vectors of an item.</summary>
    public static void Remove(Connection connection, MemoryId id)
    {
        connection.Prepare(DeleteAll).Bind(id.Value).Run();
        if (connection.Changes > 0)
        {
            connection.Prepare(Touch).Bind(id.Cube).Run();
        }
    }
}
