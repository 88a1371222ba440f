@Entity
@Table(indexes = {@Index(columnList = "name"), @Index(columnList = "age")})
public class Hero extends PanacheEntity {
    @NotNull public String name;
    @NotNull public String secretName;
    public Integer age;
    @ManyToOne(fetch = FetchType.LAZY) public Team team;
}

@Entity
@Table(indexes = @Index(columnList = "name"))
public class Team extends PanacheEntity {
    @NotNull public String name;
    @NotNull public String headquarters;
    @OneToMany(mappedBy = "team") @OrderBy("id") public List<Hero> heroes = new ArrayList<>();
}

public record HeroCreate(@NotNull String name, @NotNull String secretName, Integer age, Long teamId) {
    public Hero toModel() {
        Hero hero = new Hero();
        hero.name = name;
        hero.secretName = secretName;
        hero.age = age;
        hero.team = teamId == null ? null : Team.getEntityManager().getReference(Team.class, teamId);
        return hero;
    }
}

public record HeroUpdate(
        JsonNullable<@NotNull String> name, JsonNullable<@NotNull String> secretName, JsonNullable<Integer> age, JsonNullable<Long> teamId) {
    public void applyTo(Hero hero) {
        name.ifPresent(value -> hero.name = value);
        secretName.ifPresent(value -> hero.secretName = value);
        age.ifPresent(value -> hero.age = value);
        teamId.ifPresent(id -> hero.team = id == null ? null : Team.getEntityManager().getReference(Team.class, id));
    }
}

public record HeroPublic(Long id, String name, Integer age, Long teamId) {
    public static HeroPublic of(Hero hero) {
        return new HeroPublic(hero.id, hero.name, hero.age, hero.team == null ? null : hero.team.id);
    }
}

public record HeroPublicWithTeam(Long id, String name, Integer age, Long teamId, TeamPublic team) {
    public static HeroPublicWithTeam of(Hero hero) {
        return new HeroPublicWithTeam(
                hero.id,
                hero.name,
                hero.age,
                hero.team == null ? null : hero.team.id,
                hero.team == null ? null : TeamPublic.of(hero.team));
    }
}

public record TeamCreate(@NotNull String name, @NotNull String headquarters) {
    public Team toModel() {
        Team team = new Team();
        team.name = name;
        team.headquarters = headquarters;
        return team;
    }
}

public record TeamUpdate(JsonNullable<@NotNull String> name, JsonNullable<@NotNull String> headquarters) {
    public void applyTo(Team team) {
        name.ifPresent(value -> team.name = value);
        headquarters.ifPresent(value -> team.headquarters = value);
    }
}

public record TeamPublic(Long id, String name, String headquarters) {
    public static TeamPublic of(Team team) {
        return new TeamPublic(team.id, team.name, team.headquarters);
    }
}

public record TeamPublicWithHeroes(Long id, String name, String headquarters, List<HeroPublic> heroes) {
    public static TeamPublicWithHeroes of(Team team) {
        return new TeamPublicWithHeroes(
                team.id,
                team.name,
                team.headquarters,
                team.heroes.stream().map(HeroPublic::of).toList());
    }
}
