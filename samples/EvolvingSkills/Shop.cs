using System.ComponentModel;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;

namespace EvolvingSkills;

/// <summary>A small shop in a SQLite database, and the eight functions that an assistant may call on it.</summary>
internal sealed class Shop : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public Shop()
    {
        connection.Open();
        Execute("""
            CREATE TABLE customers (id TEXT PRIMARY KEY, name TEXT, notes INTEGER DEFAULT 0);
            CREATE TABLE stock (sku TEXT PRIMARY KEY, quantity INTEGER);
            CREATE TABLE orders (number INTEGER PRIMARY KEY, id TEXT, customer TEXT, sku TEXT, quantity INTEGER, total REAL);
            CREATE TABLE returns (id TEXT PRIMARY KEY, order_id TEXT, reason TEXT, refunded REAL);
            INSERT INTO customers (id, name) VALUES ('C-1', 'Ines'), ('C-2', 'Omar'), ('C-3', 'Petra'), ('C-4', 'Wei');
            INSERT INTO stock VALUES ('MUG', 12), ('LAMP', 3), ('SCARF', 40);
            INSERT INTO orders VALUES (1001, 'O-7f', 'C-1', 'MUG', 2, 18.5), (1017, 'O-83', 'C-2', 'SCARF', 1, 24.9),
                (1044, 'O-91', 'C-3', 'LAMP', 3, 120.75), (1099, 'O-a4', 'C-4', 'MUG', 6, 55.5);
            """);
        Functions =
        [
            AIFunctionFactory.Create(FindCustomer, "find_customer"),
            AIFunctionFactory.Create(ListOrders, "list_orders"),
            AIFunctionFactory.Create(GetOrder, "get_order"),
            AIFunctionFactory.Create(CheckStock, "check_stock"),
            AIFunctionFactory.Create(CreateReturn, "create_return"),
            AIFunctionFactory.Create(RestockItem, "restock_item"),
            AIFunctionFactory.Create(IssueRefund, "issue_refund"),
            AIFunctionFactory.Create(SendNote, "send_note"),
        ];
    }

    public IReadOnlyList<AIFunction> Functions { get; }

    /// <summary>What the returns table holds: what really happened.</summary>
    public IReadOnlyList<string> Returns() => [.. Query("SELECT id, order_id, reason, refunded FROM returns ORDER BY id").Select(row => $"{row[0]}: order {row[1]}, {row[2]}, refunded {row[3]}")];

    public void Dispose() => connection.Dispose();

    [ReadOnly(true), Description("Finds a customer by name.")]
    private object FindCustomer([Description("The name.")] string name)
    {
        var row = One("SELECT id, name FROM customers WHERE name = $1", name);
        return new { customer_id = row[0], name = row[1] };
    }

    [ReadOnly(true), Description("Lists a customer's orders.")]
    private object ListOrders([Description("The customer's id.")] string customer_id) =>
        new { orders = Query("SELECT number, total FROM orders WHERE customer = $1", customer_id).Select(row => new { number = row[0], total = row[1] }) };

    [ReadOnly(true), Description("Looks an order up.")]
    private object GetOrder([Description("The order's number.")] int number)
    {
        var row = One("SELECT id, customer, sku, quantity, total FROM orders WHERE number = $1", number);
        return new { order_id = row[0], customer_id = row[1], sku = row[2], quantity = row[3], total = row[4] };
    }

    [ReadOnly(true), Description("How many pieces of an article are in stock.")]
    private object CheckStock([Description("The article.")] string sku) => new { quantity = One("SELECT quantity FROM stock WHERE sku = $1", sku)[0] };

    [Description("Opens a return for an order.")]
    private object CreateReturn([Description("The order's id.")] string order_id, [Description("Why, in the customer's words.")] string reason)
    {
        var number = Query("SELECT id FROM returns").Count() + 501;
        var id = $"R-{number}";
        Execute("INSERT INTO returns (id, order_id, reason) VALUES ($1, $2, $3)", id, order_id, reason);
        return new { return_id = id };
    }

    [Description("Puts returned pieces back into stock.")]
    private object RestockItem([Description("The article.")] string sku, [Description("How many.")] int quantity)
    {
        Execute("UPDATE stock SET quantity = quantity + $2 WHERE sku = $1", sku, quantity);
        return new { ok = true };
    }

    [Description("Pays a return back.")]
    private object IssueRefund([Description("The return.")] string return_id, [Description("How much, in euros.")] double amount)
    {
        Execute("UPDATE returns SET refunded = $2 WHERE id = $1", return_id, amount);
        return new { ok = true };
    }

    [Description("Sends a customer a note.")]
    private object SendNote([Description("The customer's id.")] string customer_id, [Description("The text.")] string text)
    {
        Execute("UPDATE customers SET notes = notes + 1 WHERE id = $1 AND length($2) > 0", customer_id, text);
        return new { ok = true };
    }

    private object[] One(string sql, object value) => Query(sql, value).FirstOrDefault() ?? throw new InvalidOperationException($"There is no {value} in the shop.");

    private IEnumerable<object[]> Query(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private void Execute(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        }

        return command;
    }
}
