import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.content.library import Library
from companion.domain.foods import Food
from companion.domain.foods_search import FoodIndex

TYPED = [
    # what is typed, what one of the first three is called
    ("milk", r"Milk, whole$"),
    ("milk 2%", r"Milk, 2%"),
    ("salmon", r"Salmon, farmed"),
    ("egg", r"Egg, hard boiled"),
    ("eggs", r"Egg, hard boiled"),
    ("scrambled eg", r"Scrambled egg"),
    ("eggs scrambled", r"Scrambled egg"),
    ("boiled egg", r"Egg, hard boiled"),
    ("rice", r"White rice, .*cooked"),
    ("chicken", r"Chicken meat, stewed"),
    ("chiken", r"Chicken meat, stewed"),
    ("vhicken", r"Chicken meat, stewed"),
    ("chicken soup", r"Cream of chicken soup"),
    ("banana", r"Banana$"),
    ("bananna", r"Banana$"),
    ("mashed banana", r"Banana$"),
    ("potato", r"Potato, boiled"),
    ("mash", r"Mashed potato"),
    ("potatos mashed", r"Mashed potato"),
    ("jacket potato", r"Potato, baked"),
    ("sweet potatoe", r"Sweet potato, baked"),
    ("porridge", r"Porridge"),
    ("oatmeal", r"Porridge \(oatmeal"),
    ("porrige", r"Porridge"),
    ("yoghurt", r"Yogurt, plain, whole"),
    ("yogurt", r"Yogurt, plain, whole"),
    ("greek yog", r"Greek yogurt, plain"),
    ("choc pudding", r"Chocolate pudding"),
    ("pudding chocolate", r"Chocolate pudding"),
    ("choclate mousse", r"Chocolate mousse"),
    ("rice pudding", r"Rice pudding"),
    ("tomatoe soup", r"Tomato soup"),
    ("mushroom soup", r"Cream of mushroom soup"),
    ("brocolli", r"Broccoli, boiled"),
    ("spagetti", r"Pasta, cooked|Spaghetti"),
    ("spag bol", r"Spaghetti with meat sauce"),
    ("avacado", r"Avocado$"),
    ("cofee", r"Coffee, brewed"),
    ("tea", r"Tea, brewed"),
    ("cup of tea", r"Tea, brewed"),
    ("water", r"Water, tap"),
    ("icecream", r"Ice cream, vanilla"),
    ("strawbery icecream", r"Ice cream, strawberry"),
    ("ice lolly", r"Frozen novelties, ice type"),
    ("orange juice", r"Orange juice, fresh"),
    ("oj", r"Orange juice, fresh"),
    ("orangejuice", r"Orange juice, fresh"),
    ("apple sauce", r"Applesauce"),
    ("apples", r"Apple, raw"),
    ("custard", r"Custard from mix"),
    ("semolina", r"Semolina, dry"),
    ("double cream", r"Heavy \(double"),
    ("cream cheese", r"Cream cheese"),
    ("peanut butter", r"Peanut butter, smooth"),
    ("peanutbutter", r"Peanut butter, smooth"),
    ("cottage cheese", r"Cottage cheese"),
    ("chese", r"Cheddar cheese"),
    ("butter", r"Butter, salted"),
    ("bread", r"White bread"),
    ("toast", r"Bread, white, .*toasted"),
    ("ensure", r"Ensure plus"),
    ("nutrition shake", r"Sip feed, 1.5"),
    ("protien powder", r"Whey protein powder"),
    ("courgette", r"Courgette"),
    ("corgette", r"Courgette"),
    ("zucchini", r"Courgette \(zucchini"),
    ("aubergine", r"Aubergine"),
    ("eggplant", r"Aubergine \(eggplant"),
    ("crisps", r"Snacks, potato chips, plain"),
    ("chips", r"Fast foods, potato, french fried"),
    ("prawns", r"Prawns, cooked"),
    ("mince", r"Beef mince"),
    ("minced beef", r"Beef mince"),
    ("shepherds pie", r"Shepherd's pie"),
    ("cottage pie", r"Shepherd's pie"),
    ("mac and cheese", r"Macaroni"),
    ("fish fingers", r"Fish.* stick"),
    ("sausages", r"Pork sausage"),
    ("pizza", r"Pizza, cheese"),
    ("baked beans", r"Baked beans"),
    ("beans on toast", r"Baked beans"),
    ("cornflakes", r"Corn flakes"),
    ("weetabix", r"Wheat biscuits"),
    ("soya milk", r"Soy milk"),
    ("skimed milk", r"Milk, skim"),
    ("omlette", r"Omelette"),
    ("purée prune", r"Prune puree"),
    ("coke", r"Cola"),
    ("beer", r"Alcoholic beverage, beer, regular"),
    ("grapes", r"Grapes"),
    ("tinned tomatoes", r"Tomatoes, canned"),
    ("almonds", r"Almonds$"),
    ("chocolate", r"Milk chocolate"),
    ("mayo", r"Mayonnaise$"),
    ("hummus", r"Hummus"),
    # drinks on prescription, and what makes food richer
    ("sip feed", r"Sip feed, 1.5"),
    ("sipfeed", r"Sip feed, 1.5"),
    ("nutrition drink", r"Sip feed, 1.5"),
    ("nutritional drink", r"Sip feed, 1.5"),
    ("supplement drink", r"Sip feed, 1.5"),
    ("fortisip", r"Sip feed, 1.5"),
    ("fortisip compact", r"Sip feed, 2.4"),
    ("fresubin 2", r"Sip feed, 2 kcal"),
    ("protein drink", r"Sip feed, .*high protein"),
    ("complan", r"Nutritional powder mix"),
    ("milkshake powder", r"Beverage, milkshake mix"),
    ("creme fraiche", r"Crème fraîche"),
    ("crème fraîche", r"Crème fraîche"),
    ("creme fraice", r"Crème fraîche"),
    ("cream", r"Heavy \(double"),
    ("single cream", r"Single \(light"),
    ("sour cream", r"Sour cream$"),
    ("olive oil", r"Olive oil$"),
    ("milk powder", r"Milk powder"),
    ("evaporated milk", r"Evaporated milk"),
    ("condensed milk", r"Condensed milk"),
    ("thickener", r"Cornflour"),
    ("thickened water", r"Water, tap"),
    ("avocado", r"Avocado$"),
    ("houmous", r"Hummus"),
    # soft food and puddings
    ("wheat biscuits cereal", r"Wheat biscuits"),
    ("wheat biscuits", r"Wheat biscuits"),
    ("ready brek", r"Instant porridge"),
    ("redy brek", r"Instant porridge"),
    ("semolina pudding", r"Wheat cereal \(semolina"),
    ("mousse", r"Chocolate mousse"),
    ("ice cream", r"Ice cream, vanilla"),
    ("angel delight", r"Puddings, .*instant"),
    ("blancmange", r"Vanilla pudding"),
    ("jelly", r"Jelly \(gelatin"),
    ("trifle", r"Trifle"),
    ("apple crumble", r"Apple crumble"),
    ("bread and butter pudding", r"Bread pudding"),
    ("egg custard", r"Egg custard, baked"),
    ("fromage frais", r"Yogurt, fruit"),
    ("apple puree", r"Applesauce"),
    ("tinned peaches", r"Peaches in juice"),
    ("prunes", r"Prunes, stewed"),
    ("smoothie", r"Fruit smoothie"),
    ("mango lassi", r"Yogurt, liquid"),
    ("scone", r"Scone"),
    ("marmite", r"Yeast extract"),
    ("nutella", r"Chocolate hazelnut"),
    # cooked dishes
    ("gravy", r"Beef gravy"),
    ("gravey", r"Beef gravy"),
    ("omelette", r"Omelette"),
    ("fish pie", r"Fish pie"),
    ("shepherd's pie", r"Shepherd's pie"),
    ("macaroni cheese", r"Macaroni"),
    ("mac n cheese", r"Macaroni"),
    ("lasagna", r"Lasagne with meat"),
    ("dhal", r"Dal$"),
    ("daal", r"Dal$"),
    ("congee", r"Congee$"),
    ("polenta", r"Corn grits, cooked"),
    ("cauliflower cheese", r"Cauliflower cheese"),
    ("bolognese", r"Spaghetti .*with meat"),
    ("chilli con carne", r"Chilli con carne"),
    ("chicken curry", r"Chicken curry"),
    ("beef stew", r"Beef stew"),
    ("casserole", r"Stew"),
    ("tuna mayo", r"Tuna salad"),
    ("roast potatoes", r"Potato, baked"),
    ("mushy peas", r"Peas, boiled"),
    ("vegetable soup", r"Soup, vegetable$"),
    ("lentil soup", r"Lentil soup"),
    ("pea soup", r"Green pea soup"),
    ("leek and potato soup", r"Cream of potato soup"),
    ("cream of tomato soup", r"Tomato soup"),
    ("broth", r"Chicken broth"),
    # drinks
    ("juice", r"Orange juice"),
    ("apple juice", r"Apple juice"),
    ("tea with milk", r"Tea with milk"),
    ("white coffee", r"Coffee with milk"),
    ("coffee with milk", r"Coffee with milk"),
    ("latte", r"Coffee, Latte"),
    ("hot chocolate", r"Hot cocoa"),
    ("horlicks", r"Malted milk drink"),
    ("malted drink", r"Malted milk drink"),
    ("choclate milkshake", r"Milkshake, thick chocolate"),
    ("lemonade", r"Lemonade"),
    ("sparkling water", r"Carbonated beverage, club soda"),
    ("lager", r"Alcoholic beverage, beer, regular"),
    ("guinness", r"Alcoholic beverage, beer, regular"),
    ("red wine", r"Alcoholic beverage, wine, table, red"),
    ("sherry", r"Alcoholic beverage, wine, dessert"),
    # half typed
    ("porr", r"Porridge"),
    ("yog", r"Yogurt, plain"),
    ("cust", r"Custard"),
    ("scram", r"Scrambled egg"),
    ("mashed pot", r"Mashed potato"),
    ("peanut bu", r"Peanut butter"),
]


@pytest.fixture(scope="module")
def index(library: Library) -> FoodIndex[Food]:
    return FoodIndex([*library.foods.values(), *library.usda()], library.food_words)


@dataclass(frozen=True)
class Thing:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    group: str = "Meals"
    source: str = "SRL18"


@pytest.mark.parametrize(("typed", "called"), TYPED, ids=[typed for typed, _ in TYPED])
def test_what_people_type_is_among_the_first_three(index: FoodIndex[Food], typed: str, called: str) -> None:
    names = [food.name for food in index.find(typed, 3)]
    assert any(re.match(called, name) for name in names), names


@pytest.mark.parametrize("whole", ["banana", "cottage cheese", "broccoli", "mashed potato", "custard"])
def test_once_found_while_typing_a_food_stays_found(index: FoodIndex[Food], whole: str) -> None:
    first = index.find(whole)[0]
    found = [first in index.find(whole[:typed]) for typed in range(1, len(whole) + 1)]
    assert all(found[found.index(True) :]), found
    assert found[len(whole) // 2], "by half of it"


@given(text=st.text(max_size=300), limit=st.integers(0, 30))
def test_any_text_gives_some_foods_of_the_table_once_each(
    index: FoodIndex[Food], text: str, limit: int
) -> None:
    found = [food.id for food in index.find(text, limit)]
    assert len(found) == len(set(found)) <= limit
    assert index.find(text, limit + 5)[:limit] == index.find(text, limit)


@given(words=st.permutations(["mashed", "sweet", "potato", "boiled"]))
def test_the_order_of_words_does_not_matter(index: FoodIndex[Food], words: list[str]) -> None:
    assert index.find(" ".join(words))[0].id == "sweet_potato_boiled"


@given(slip=st.integers(0, 8), letter=st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_one_wrong_letter_is_forgiven(slip: int, letter: str) -> None:
    index = FoodIndex([Thing("c", "Chocolate"), Thing("m", "Marmalade")])
    assert [f.id for f in index.find("chocolate"[:slip] + letter + "chocolate"[slip + 1 :])] == ["c"]


@pytest.mark.parametrize("text", ["", "   ", "!!", "\x1b[?", "🍌", "zzzzqq", "\x00", "(((", ",,,", "\u0301"])
def test_a_text_without_a_word_near_any_food_finds_none(index: FoodIndex[Food], text: str) -> None:
    assert index.find(text) == []


def test_withdrawn_entries_and_dishes_come_after_the_plain_food() -> None:
    old, dish, plain = (Thing(s, "Soup, pea", source=s) for s in ("SR24-old", "FNDDS wd", "SR24"))
    assert FoodIndex([old, dish, plain]).find("pea soup") == [plain, dish, old]


def test_a_kitchen_food_comes_before_the_same_name_of_the_table() -> None:
    table, kitchen = Thing("1", "Pear"), Thing("pear", "Pear", ("ripe pear",))
    assert FoodIndex([table, kitchen]).find("pear") == [kitchen, table]


def test_a_dish_comes_first_where_its_words_are_typed() -> None:
    dish = Thing("d", "Soup, pea, with bacon", source="FNDDS wd")
    assert FoodIndex([Thing("p", "Soup, pea"), dish]).find("pea soup bacon") == [dish]


def test_without_a_name_that_has_all_words_those_with_most_are_found() -> None:
    pear, plum = Thing("1", "Pear"), Thing("2", "Plum")
    assert FoodIndex([pear, plum]).find("pear quixotic") == [pear]


def test_a_word_of_one_country_finds_the_name_of_the_other() -> None:
    courgette, zucchini = Thing("1", "Courgette"), Thing("2", "Zucchini")
    index = FoodIndex([courgette, zucchini], {"courgette": "zucchini"})
    assert index.find("zucch") == [courgette, zucchini]
    assert index.find("corgette") == [courgette, zucchini]
    assert FoodIndex([courgette, zucchini]).find("zucch") == [zucchini]


def test_every_word_of_the_packaged_list_finds_something(index: FoodIndex[Food], library: Library) -> None:
    assert [word for word in library.food_words if not index.find(word)] == []


def test_a_number_is_not_the_beginning_of_another() -> None:
    two, whole = Thing("2", "Milk, 2% fat"), Thing("3", "Milk, 3.25% fat")
    assert FoodIndex([whole, two]).find("2% milk") == [two]


def test_a_strict_index_forgives_no_slip_and_needs_every_word() -> None:
    soup, tofu = Thing("1", "Silk tofu"), Thing("2", "Milk soup")
    index = FoodIndex([soup, tofu], strict=True)
    assert index.find("milk") == index.find("so mi") == [tofu]
    assert index.find("mlik") == index.find("milk toast") == []
    assert FoodIndex([soup]).find("milk") == [soup]
