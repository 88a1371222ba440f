@Entity
@Table(indexes = {@Index(columnList = "name"), @Index(columnList = "age")})
public class Hero {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull
    private String name;

    @NotNull
    private String secretName;

    private Integer age;

    @ManyToOne(fetch = FetchType.LAZY)
    private Team team;

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSecretName() {
        return secretName;
    }

    public void setSecretName(String secretName) {
        this.secretName = secretName;
    }

    public Integer getAge() {
        return age;
    }

    public void setAge(Integer age) {
        this.age = age;
    }

    public Team getTeam() {
        return team;
    }

    public void setTeam(Team team) {
        this.team = team;
    }
}

@Entity
@Table(indexes = @Index(columnList = "name"))
public class Team {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull
    private String name;

    @NotNull
    private String headquarters;

    @OneToMany(mappedBy = "team")
    @OrderBy("id")
    private List<Hero> heroes = new ArrayList<>();

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHeadquarters() {
        return headquarters;
    }

    public void setHeadquarters(String headquarters) {
        this.headquarters = headquarters;
    }

    public List<Hero> getHeroes() {
        return heroes;
    }
}

public record HeroCreate(@NotNull String name, @NotNull String secretName, Integer age, Long teamId) {}

public record HeroUpdate(
        JsonNullable<@NotNull String> name, JsonNullable<@NotNull String> secretName, JsonNullable<Integer> age, JsonNullable<Long> teamId) {}

public record HeroPublic(Long id, String name, Integer age, Long teamId) {}

public record HeroPublicWithTeam(Long id, String name, Integer age, Long teamId, TeamPublic team) {}

public record TeamCreate(@NotNull String name, @NotNull String headquarters) {}

public record TeamUpdate(JsonNullable<@NotNull String> name, JsonNullable<@NotNull String> headquarters) {}

public record TeamPublic(Long id, String name, String headquarters) {}

public record TeamPublicWithHeroes(Long id, String name, String headquarters, List<HeroPublic> heroes) {}

@Mapper(uses = {JsonNullableMapper.class, ReferenceMapper.class})
public interface HeroMapper {
    @Mapping(target = "team", source = "teamId")
    Hero toModel(HeroCreate create);

    @Mapping(target = "team", source = "teamId")
    void apply(HeroUpdate update, @MappingTarget Hero hero);

    @Mapping(target = "teamId", source = "team.id")
    HeroPublic toPublic(Hero hero);

    @Mapping(target = "teamId", source = "team.id")
    HeroPublicWithTeam toPublicWithTeam(Hero hero);
}

@Mapper(uses = {JsonNullableMapper.class, HeroMapper.class})
public interface TeamMapper {
    Team toModel(TeamCreate create);

    void apply(TeamUpdate update, @MappingTarget Team team);

    TeamPublic toPublic(Team team);

    TeamPublicWithHeroes toPublicWithHeroes(Team team);
}

@Mapper
public interface JsonNullableMapper {
    @Condition
    default boolean isPresent(JsonNullable<?> nullable) {
        return nullable.isPresent();
    }

    default <T> T unwrap(JsonNullable<T> nullable) {
        return nullable.get();
    }
}

@ApplicationScoped
public class ReferenceMapper {
    @Inject
    EntityManager manager;

    public Team team(Long id) {
        return id == null ? null : manager.getReference(Team.class, id);
    }
}
