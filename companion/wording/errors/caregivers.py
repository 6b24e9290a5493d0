"""Why somebody cannot be let in so: their name, or their key."""

from companion.wording.errors.told import Told, fixed

NOBODY = "Nobody was let in."

SENTENCES: dict[str, Told] = {
    "no_actor_name": fixed("A name needs letters.", "Nothing was done. Leave --by out to act as the person."),
    "no_caregiver_name": fixed("A caregiver needs a name with letters in it.", NOBODY),
    "long_caregiver_name": fixed("A caregiver's name can have {most} letters at most.", NOBODY),
    "owner_from_afar": fixed(
        "The owner is whoever sits at this computer.",
        "The person who comes from elsewhere is added with --role patient.",
    ),
    "name_of_person": fixed(
        "{name} is the name of the person whose diary it is.",
        f"Choose another name, or --role patient where it is the same person. {NOBODY}",
    ),
    "name_of_caregiver": fixed(
        "{name} is the name of somebody who is let in.",
        "Choose a name that tells the two apart. Nothing was saved.",
    ),
    "key_taken": fixed(
        "This key is {name}'s already.",
        f"Each person needs a key of their own: by the key it is known who writes. {NOBODY}",
    ),
    "key_file": fixed("{file} cannot be read: {fault}.", NOBODY),
    "key_private": fixed(
        "That is a private key, which stays where it is and is given to nobody.",
        f"The public key is in the file beside it that ends in .pub. {NOBODY}",
    ),
    "key_none": fixed("There is no key in it.", f"A public key begins with ssh-ed25519 or ssh-rsa. {NOBODY}"),
    "key_lines": fixed("There is more than one line in it.", f"A public key is one line. {NOBODY}"),
    "key_long": fixed("The line is too long to be a public key.", NOBODY),
    "key_options": fixed(
        "There is something in front of the key.",
        f"The line begins with the kind of key, such as ssh-ed25519. {NOBODY}",
    ),
    "key_kind": fixed(
        "That is not a public key of a kind that is known here.",
        f"`ssh-keygen -t ed25519` makes one; its public key is in the file that ends in .pub. {NOBODY}",
    ),
    "key_form": fixed(
        "That is a key in another form than OpenSSH's.", f"`ssh-keygen -i -f FILE` turns it round. {NOBODY}"
    ),
    "key_broken": fixed(
        "The key is not whole: some of it is missing or changed.", f"Please copy it once more. {NOBODY}"
    ),
    "key_short": fixed(
        "This RSA key is too short to be accepted.", f"`ssh-keygen -t ed25519` makes a better one. {NOBODY}"
    ),
    "line_unwritable": fixed(
        "The folder of the diary, or of this program, has letters in its name that cannot go into that line.",
        f"A folder with a plainer name can. {NOBODY}",
    ),
}
