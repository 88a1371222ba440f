package dev.unirow.tutorial.seeds;

import static dev.unirow.query.Queries.and;
import static dev.unirow.query.Queries.number;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.query.Select;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.tutorial.seeds.models.Category;
import dev.unirow.tutorial.seeds.models.Product;
import dev.unirow.tutorial.seeds.models.ProductItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ushka's page on its database and ORM, line by line, but for the command line. */
@EachDatabase
class UshkaOrmContract {
    private DatabaseTarget target;
    private Database db;

    @BeforeEach
    void openTheDatabase() {
        db = Database.builder(target.newDatabaseUrl())
                .models(Product.class, Category.class, ProductItem.class)
                .naming(Naming.standard().withPlural(true))
                .open();
        await(db.createAll());
    }

    @AfterEach
    void closeTheDatabase() {
        db.close();
    }

    @Test
    void tablesAreNamedAfterTheClassesInThePlural() {
        // ProductItem becomes product_items
        assertThat(db.metadata().tables())
                .extracting(Table::name)
                .containsExactly("categories", "product_items", "products");
    }

    @Test
    void aProductIsMadeAndSaved() {
        // a new product, then save
        Product product = new Product("Super Gadget", "The best gadget ever.", 99.99, 50);
        await(product.save());

        // print its id
        assertThat("Created product with ID: " + product.id()).isEqualTo("Created product with ID: 1");
    }

    @Test
    void createIsTheShortcut() {
        // create with a name and a price: stock takes its default, the description is null
        Product product = await(Product.objects.create(Map.of("name", "Another Gadget", "price", 49.99)));

        assertThat(product.id()).isEqualTo(1);
        assertThat(product.stock()).isZero();
        assertThat(product.description()).isNull();
    }

    @Test
    void oneIsReadByItsKey() {
        superGadget();

        // get by primary key; None where there is none
        Product product = await(Product.objects.find(1));
        assertThat("Found: " + product.name()).isEqualTo("Found: Super Gadget");
        assertThat(await(Product.objects.find(2))).isNull();
    }

    @Test
    void allAreReadCountedAndSearched() {
        superGadget();
        await(Product.objects.create(Map.of("name", "Teapot", "price", 20.0, "description", "No GADGET at all.")));
        await(Product.objects.create(Map.of("name", "Cup", "price", 5.0)));

        // all
        assertThat(names(await(Product.objects.all()))).containsExactlyInAnyOrder("Super Gadget", "Teapot", "Cup");

        // count
        assertThat(await(Product.objects.count())).isEqualTo(3);

        // search, in name and description
        assertThat(names(await(Product.objects.search("gadget").all())))
                .containsExactlyInAnyOrder("Super Gadget", "Teapot");
    }

    @Test
    void aSelectIsRunByASession() {
        superGadget();
        await(Product.objects.create(Map.of("name", "Yacht", "price", 1e6, "stock", 2)));
        await(Product.objects.create(Map.of("name", "Palace", "price", 1e8, "stock", 0)));

        // select, where price is more than 100 and stock more than 0
        Select<Product> query = Product.objects
                .select()
                .where(and(
                        number(Product::price).gt(100), number(Product::stock).gt(0)));
        // with db.atomic() as session: execute, scalars, all
        List<Product> products = await(db.begin(session -> session.all(query)));

        assertThat(names(products)).containsExactly("Yacht");
    }

    @Test
    void aProductIsChangedAndSaved() {
        superGadget();

        // get, change the price, save
        Product product = await(Product.objects.find(1));
        product.setPrice(129.99);
        await(product.save());

        assertThat(await(Product.objects.find(1)).price()).isEqualTo(129.99);
        assertThat(await(Product.objects.count())).isEqualTo(1);
    }

    @Test
    void aProductIsDeleted() {
        superGadget();

        // get, delete
        Product product = await(Product.objects.find(1));
        await(product.delete());

        assertThat(await(Product.objects.find(1))).isNull();
    }

    private static void superGadget() {
        await(new Product("Super Gadget", "The best gadget ever.", 99.99, 50).save());
    }

    private static List<String> names(List<Product> products) {
        return products.stream().map(Product::name).toList();
    }
}
